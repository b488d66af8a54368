package org.candor.verify;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * One JSON object after another, measured as they are read. Some hundred are read ahead on a thread of their own while those
 * before them are checked, and what is wrong with one is said when its turn has come.
 */
final class PackLines implements AutoCloseable {

    private static final int AHEAD = 256;

    /** What was read at once, and why no more could be. */
    private record Batch(List<Members> lines, Optional<Exception> end) {}

    private final String name;
    private final MeasuredLines lines;
    private final Set<String> members;
    private final ExecutorService reader = Executors.newSingleThreadExecutor();
    private Future<Batch> ahead;
    private Batch batch = new Batch(List.of(), Optional.empty());
    private int at;

    PackLines(String name, MeasuredLines lines, Set<String> members) {
        this.name = name;
        this.lines = lines;
        this.members = members;
        this.ahead = reader.submit(this::read);
    }

    /** The next object; null after the last. */
    Members next() throws IOException, Unreadable {
        if (at == batch.lines().size()) {
            fail(batch.end());
            if (ahead == null) {
                return null;
            }
            batch = await(ahead);
            at = 0;
            ahead = batch.lines().size() == AHEAD ? reader.submit(this::read) : null;
        }
        return at < batch.lines().size() ? batch.lines().get(at++) : next();
    }

    /** Length and SHA-256 of what was read, after the last. */
    PackManifest.Listed measured() {
        return new PackManifest.Listed(name, HexFormat.of().formatHex(lines.sha256()), lines.length());
    }

    @Override
    public void close() throws IOException {
        reader.close();
        lines.close();
    }

    private Batch read() {
        List<Members> read = new ArrayList<>(AHEAD);
        try {
            while (read.size() < AHEAD) {
                String line = lines.next();
                if (line == null) {
                    break;
                }
                read.add(new Members(JsonReader.objectOfLine(line), members));
            }
            return new Batch(read, Optional.empty());
        } catch (IOException | Unreadable e) {
            return new Batch(read, Optional.of(e));
        }
    }

    private void fail(Optional<Exception> end) throws IOException, Unreadable {
        if (end.isPresent()) {
            if (end.get() instanceof IOException unread) {
                throw unread;
            }
            throw new Unreadable(name + ": " + end.get().getMessage());
        }
    }

    private static Batch await(Future<Batch> ahead) {
        try {
            return ahead.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
