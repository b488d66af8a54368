package org.candor.local.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The hash of each file below a folder, in the form that {@code sha256sum -c} reads. */
final class Manifest {

    private static final int HASH = 64;
    private static final int BUFFER = 1 << 16;

    private Manifest() {}

    /** Writes down every file that is there, save those in the folder that goes on growing. */
    static void write(Path root, Path manifest, Path growing) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String name : names(root, manifest, growing)) {
            lines.add(hash(root.resolve(name)) + "  " + name);
        }
        Files.write(manifest, lines);
    }

    /** What is not as it was written down; empty when all is. */
    static List<String> differences(Path root, Path manifest, Path growing) throws IOException {
        if (!Files.exists(manifest)) {
            return List.of(manifest.getFileName() + " is missing: this back-up never came to its end");
        }
        List<String> differences = new ArrayList<>();
        Set<String> present = names(root, manifest, growing);
        for (String line : Files.readAllLines(manifest)) {
            String name = line.substring(Math.min(line.length(), HASH + 2));
            if (!present.remove(name)) {
                differences.add(name + " is missing");
            } else if (!line.startsWith(hash(root.resolve(name)) + " ")) {
                differences.add(name + " was changed");
            }
        }
        present.forEach(name -> differences.add(name + " was added"));
        return differences;
    }

    private static Set<String> names(Path root, Path manifest, Path growing) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            Set<String> names = new TreeSet<>();
            all.filter(Files::isRegularFile)
                    .filter(file -> !file.equals(manifest) && !file.startsWith(growing))
                    .forEach(file -> names.add(root.relativize(file).toString()));
            return names;
        }
    }

    private static String hash(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
