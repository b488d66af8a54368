package org.candor.local.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * The archived segments of a database's log. A restore would end without a word at the first that is missing or damaged, and
 * leave out what stands behind it; so they are looked through before.
 */
final class Segments {

    private static final int PER_LOG_FILE = 256;
    private static final int HEX = 16;

    /** A segment's name is its timeline, and its number in two parts. */
    private record Segment(String timeline, long number) {

        static Segment named(String name) {
            long high = Long.parseLong(name.substring(8, 16), HEX);
            return new Segment(name.substring(0, 8), high * PER_LOG_FILE + Long.parseLong(name.substring(16, 24), HEX));
        }
    }

    private Segments() {}

    /** What is wrong with the archive; empty when nothing is. */
    static List<String> complaints(Path folder) throws IOException {
        List<String> complaints = new ArrayList<>();
        Optional<Segment> before = Optional.empty();
        for (Path file : files(folder)) {
            if (!unpacks(file)) {
                complaints.add(file.getFileName() + " is damaged");
            }
            String name = file.getFileName().toString();
            if (name.matches("[0-9A-F]{24}\\.gz")) {
                Segment next = Segment.named(name);
                before.filter(last -> last.timeline().equals(next.timeline()) && last.number() + 1 != next.number())
                        .ifPresent(last -> complaints.add("something is missing before " + name));
                before = Optional.of(next);
            }
        }
        return complaints;
    }

    private static List<Path> files(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (var found = Files.newDirectoryStream(folder, "*.gz")) {
            found.forEach(files::add);
        }
        files.sort(null);
        return files;
    }

    /** The format has a checksum of its own. */
    private static boolean unpacks(Path file) {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            in.transferTo(OutputStream.nullOutputStream());
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
