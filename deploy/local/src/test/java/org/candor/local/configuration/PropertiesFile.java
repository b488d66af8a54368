package org.candor.local.configuration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The lines of a service's settings, each with the comment directly above it. */
final class PropertiesFile {

    /** One setting; the comment is empty where there is none. */
    record Line(String key, String value, String comment) {}

    private PropertiesFile() {}

    /** Those that hold in production; what only tests or developers get is left out. */
    static List<Line> read(Path file) {
        List<Line> lines = new ArrayList<>();
        List<String> comment = new ArrayList<>();
        for (String line : lines(file)) {
            if (line.startsWith("# ---") || line.isBlank()) {
                comment.clear();
            } else if (line.startsWith("#")) {
                comment.add(line.substring(1).strip());
            } else {
                if (!line.startsWith("%")) {
                    int equals = line.indexOf('=');
                    lines.add(
                            new Line(line.substring(0, equals), line.substring(equals + 1), String.join(" ", comment)));
                }
                comment.clear();
            }
        }
        return lines;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
