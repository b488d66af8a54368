package org.candor.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * How much memory processes hold, in bytes. On Linux a page that several of them share counts once in all: PostgreSQL's
 * dozens of processes are mostly the same pages. Elsewhere it counts in each.
 */
public final class ResidentMemory {

    private ResidentMemory() {}

    /** The sum over these processes and all they have started. */
    public static long of(Stream<ProcessHandle> roots) {
        return roots.flatMap(root -> Stream.concat(Stream.of(root), root.descendants()))
                .mapToLong(ProcessHandle::pid)
                .distinct()
                .map(ResidentMemory::of)
                .sum();
    }

    private static long of(long pid) {
        Path shares = Path.of("/proc", Long.toString(pid), "smaps_rollup");
        return 1024 * (Files.exists(Path.of("/proc/self/smaps_rollup")) ? fromProc(shares) : fromPs(pid));
    }

    private static long fromProc(Path shares) {
        try (Stream<String> lines = Files.lines(shares)) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException | UncheckedIOException e) {
            // The process has ended meanwhile.
            return 0;
        }
    }

    private static long fromPs(long pid) {
        try {
            Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
            String answer = new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            return answer.isEmpty() ? 0 : Long.parseLong(answer);
        } catch (IOException e) {
            return 0;
        }
    }
}
