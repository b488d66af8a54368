package org.candor.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/**
 * What a launcher writes down about a process, so that a later one can tell whether it still is the same: a process id is
 * given again to others, an id together with a start time is not.
 *
 * @param stopSignal the signal that asks the process to end in order
 */
public record ChildRecord(long pid, Instant started, String stopSignal) {

    // The start time is worked out from the boot time, which a clock correction may move a little.
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    /** The record of a living process. */
    public static ChildRecord of(ProcessHandle process, String stopSignal) {
        Instant started = process.info().startInstant().orElse(Instant.EPOCH);
        return new ChildRecord(process.pid(), started, stopSignal);
    }

    /** The record in that file; empty when the file is absent or was cut short. */
    public static Optional<ChildRecord> read(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            return Optional.of(
                    new ChildRecord(Long.parseLong(lines.get(0)), Instant.parse(lines.get(1)), lines.get(2)));
        } catch (IOException | IndexOutOfBoundsException | NumberFormatException | DateTimeParseException e) {
            return Optional.empty();
        }
    }

    public void write(Path file) throws IOException {
        Files.write(file, List.of(Long.toString(pid), started.toString(), stopSignal));
    }

    /** The process, if it runs and still is the one that was recorded. */
    public Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isSame);
    }

    /** Asks the process to end in order; does nothing when it is gone. */
    public void askToEnd() {
        if (process().isPresent()) {
            Signals.send(stopSignal, pid);
        }
    }

    private boolean isSame(ProcessHandle process) {
        Instant now = process.info().startInstant().orElse(Instant.EPOCH);
        return Duration.between(started, now).abs().compareTo(TOLERANCE) <= 0;
    }
}
