package org.candor.notification.roster;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.candor.notification.roster.decision.ZipPrefixes;

/** The versioned table of ZIP prefixes that is shipped with the service. */
public final class ZipPrefixFile {

    private ZipPrefixFile() {}

    public static ZipPrefixes read() {
        try (InputStream in = ZipPrefixFile.class.getResourceAsStream("zip-prefixes.csv")) {
            return new ZipPrefixes(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("from"))
                    .map(line -> line.split(","))
                    .map(cells ->
                            new ZipPrefixes.Range(Integer.parseInt(cells[0]), Integer.parseInt(cells[1]), cells[2]))
                    .toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
