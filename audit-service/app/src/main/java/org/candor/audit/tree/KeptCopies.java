package org.candor.audit.tree;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.candor.audit.TrailSettings;
import org.candor.audit.selfcheck.decision.Verdict.Difference;
import org.candor.audit.trail.YearLogs;
import org.candor.audit.trail.decision.YearLog;
import org.candor.audit.tree.SigningGate.Memory;
import org.candor.kit.data.Transactions;
import org.candor.kit.data.Workers;
import org.candor.kit.inbox.Faults;
import org.jboss.logging.Logger;

/**
 * Checkpoints as files that are written once, in a folder that should lie on a volume of its own that takes no change (WORM, or
 * a bucket with object lock). A database that was put back or rewritten contradicts them.
 */
@ApplicationScoped
public class KeptCopies {

    private static final Logger LOG = Logger.getLogger(KeptCopies.class);
    private static final int NEWEST = 1_000;

    /** A file: what was signed at that size. */
    private record Copy(YearLog log, long size, String note) {}

    private final YearLogs logs;
    private final Checkpoints checkpoints;
    private final Workers workers;
    private final SigningGate gate;
    private final Optional<Path> folder;

    KeptCopies(YearLogs logs, Checkpoints checkpoints, Workers workers, SigningGate gate, TrailSettings settings) {
        this.logs = logs;
        this.checkpoints = checkpoints;
        this.workers = workers;
        this.gate = gate;
        this.folder = settings.copies().folder();
    }

    @Scheduled(
            every = "${candor.trail.copies.every}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> keep() {
        return folder.isEmpty()
                ? Uni.createFrom().voidItem()
                : Transactions.read(this::newest)
                        .chain(newest -> workers.run(() -> copy(folder.get(), newest)))
                        .invoke(behind -> gate.says(Memory.COPIES, behind))
                        .replaceWithVoid()
                        .onFailure()
                        .invoke(failure -> gate.says(Memory.COPIES, Optional.empty()))
                        .onFailure()
                        .invoke(failure -> LOG.errorf("a checkpoint could not be copied: %s", Faults.name(failure)))
                        .onFailure()
                        .recoverWithNull();
    }

    /** Soon after a start, for nothing is signed before the copies were asked. */
    @Scheduled(
            every = "${candor.trail.witness.every}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> begin() {
        return gate.waitsFor(Memory.COPIES) ? keep() : Uni.createFrom().voidItem();
    }

    /** The first copy that the database contradicts; empty when it contradicts none of the newest thousand of each log. */
    public Uni<Optional<Difference>> difference() {
        return folder.isEmpty()
                ? Uni.createFrom().item(Optional.empty())
                : Transactions.read(logs::all)
                        .chain(all -> workers.run(() -> read(folder.get(), all)))
                        .chain(copies -> Transactions.read(() -> Multi.createFrom()
                                .iterable(copies)
                                .onItem()
                                .transformToUniAndConcatenate(this::contradiction)
                                .filter(Optional::isPresent)
                                .collect()
                                .first()))
                        .map(first -> first == null ? Optional.empty() : first);
    }

    private Uni<Optional<Difference>> contradiction(Copy copy) {
        return checkpoints
                .ofSize(copy.log().origin(), copy.size())
                .map(found -> found.filter(signed -> signed.note().equals(copy.note()))
                                .isPresent()
                        ? Optional.empty()
                        : Optional.of(new Difference(
                                copy.log().first(),
                                copy.log().first() + copy.size() - 1,
                                "the checkpoint of size " + copy.size() + " is not the one that was copied outside")));
    }

    private Uni<List<SignedCheckpoint>> newest() {
        return logs.all()
                .chain(all -> Multi.createFrom()
                        .iterable(all)
                        .onItem()
                        .transformToUniAndConcatenate(log -> checkpoints.latest(log.origin()))
                        .filter(found ->
                                found.filter(signed -> signed.size() > 0).isPresent())
                        .map(Optional::get)
                        .collect()
                        .asList());
    }

    /** Writes what is new; answers what speaks against signing on, when a copy is ahead of the database. */
    private static Optional<String> copy(Path folder, List<SignedCheckpoint> newest) throws IOException {
        for (SignedCheckpoint signed : newest) {
            Path copied = folder.resolve(name(signed.checkpoint().origin()));
            List<Path> files = Files.isDirectory(copied) ? newest(copied) : List.of();
            long size = files.isEmpty() ? 0 : size(files.getLast());
            if (size > signed.size()) {
                return Optional.of("a copy outside has %s with %d entries, the database with %d"
                        .formatted(signed.checkpoint().origin(), size, signed.size()));
            }
        }
        write(folder, newest);
        return Optional.empty();
    }

    private static long size(Path file) {
        return Long.parseLong(file.getFileName().toString().substring(0, 19));
    }

    private static void write(Path folder, List<SignedCheckpoint> newest) throws IOException {
        for (SignedCheckpoint signed : newest) {
            Path logs = Files.createDirectories(
                    folder.resolve(name(signed.checkpoint().origin())));
            write(logs.resolve("%019d.txt".formatted(signed.size())), signed.note());
        }
    }

    private static void write(Path file, String note) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(note.getBytes(UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        } catch (FileAlreadyExistsException kept) {
            // Whether it says the same is for the self-check.
            return;
        }
        if (!file.toFile().setReadOnly()) {
            LOG.warnf("the file system does not keep a copied checkpoint from being written again");
        }
    }

    private static List<Copy> read(Path folder, List<YearLog> logs) throws IOException {
        List<Copy> copies = new ArrayList<>();
        for (YearLog log : logs) {
            Path copied = folder.resolve(name(log.origin()));
            if (Files.isDirectory(copied)) {
                for (Path file : newest(copied)) {
                    copies.add(new Copy(log, size(file), Files.readString(file)));
                }
            }
        }
        return copies;
    }

    private static List<Path> newest(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("[0-9]{19}\\.txt"))
                    .sorted(Comparator.reverseOrder())
                    .limit(NEWEST)
                    .sorted()
                    .toList();
        }
    }

    private static String name(String origin) {
        return origin.replaceAll("[^A-Za-z0-9.-]", "_");
    }
}
