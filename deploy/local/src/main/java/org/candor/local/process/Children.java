package org.candor.local.process;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The records of the children of one stack. */
public final class Children {

    private static final Duration GRACE = Duration.ofSeconds(10);

    private final Path folder;

    public Children(Path folder) {
        this.folder = folder;
    }

    public void record(String name, ProcessHandle process, String stopSignal) throws IOException {
        ChildRecord.of(process, stopSignal).write(file(name));
    }

    public Optional<ChildRecord> find(String name) {
        return ChildRecord.read(file(name));
    }

    public void forget(String name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException e) {
            // A record that stays names a process that has ended; the next start finds that out.
        }
    }

    /** Ends what a killed launcher has left behind; answers the names of what was still running. */
    public List<String> endLeftovers() throws IOException {
        List<ProcessHandle> running = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (Path file : files()) {
            ChildRecord.read(file)
                    .ifPresent(child -> child.process().ifPresent(process -> {
                        names.add(file.getFileName().toString().replace(".child", ""));
                        running.add(process);
                        child.askToEnd();
                    }));
        }
        awaitEnd(running, GRACE);
        for (Path file : files()) {
            Files.deleteIfExists(file);
        }
        return names;
    }

    /** Waits until all have ended; kills those that have not within the grace. */
    static void awaitEnd(List<ProcessHandle> processes, Duration grace) {
        CompletableFuture<?>[] exits =
                processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(exits).get(grace.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            processes.forEach(ProcessHandle::destroyForcibly);
        } catch (InterruptedException e) {
            processes.forEach(ProcessHandle::destroyForcibly);
            Thread.currentThread().interrupt();
        }
    }

    private List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> records = Files.newDirectoryStream(folder, "*.child")) {
            records.forEach(files::add);
        }
        return files;
    }

    private Path file(String name) {
        return folder.resolve(name + ".child");
    }
}
