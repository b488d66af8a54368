package org.candor.local.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.candor.local.Trees;

/** Copies of folders that somebody uses meanwhile. Each does nothing when the folder is absent. */
final class Copies {

    private static final int MOST_TRIES = 60;
    private static final Duration PAUSE = Duration.ofMillis(500);

    private Copies() {}

    /** Of a folder whose owner writes seldom, and whose files belong together: anew, until nobody wrote meanwhile. */
    static void whenQuiet(Path from, Path to) throws IOException, InterruptedException {
        if (!Files.isDirectory(from)) {
            return;
        }
        for (int tries = 1; tries <= MOST_TRIES; tries++) {
            Map<Path, String> before = state(from);
            missing(from, to);
            if (state(from).equals(before)) {
                return;
            }
            Trees.delete(to);
            Thread.sleep(PAUSE);
        }
        throw new IllegalStateException("%s is written to all the time; try again in a quieter moment".formatted(from));
    }

    /** Of each file that the target has not; what is there stays as it is. */
    static void missing(Path from, Path to) throws IOException {
        if (!Files.isDirectory(from)) {
            return;
        }
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Path target = to.resolve(from.relativize(path));
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else if (!Files.exists(target)) {
                    copy(path, target);
                }
            }
        }
    }

    private static void copy(Path file, Path target) throws IOException {
        try {
            Files.copy(file, target);
        } catch (NoSuchFileException gone) {
            Files.deleteIfExists(target);
        }
    }

    private static Map<Path, String> state(Path folder) throws IOException {
        Map<Path, String> state = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                state.put(file, Files.getLastModifiedTime(file) + " " + Files.size(file));
            }
        }
        return state;
    }
}
