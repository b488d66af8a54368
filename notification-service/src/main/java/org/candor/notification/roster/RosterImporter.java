package org.candor.notification.roster;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.candor.kit.crypto.BlindIndex;
import org.candor.kit.crypto.IncidentCipher;
import org.candor.kit.crypto.IncidentVault;
import org.candor.kit.data.Transactions;
import org.candor.notification.LongWork;

/**
 * Reads a file from its first missing row to its end: once to try it, once to import it. While a chunk is stored, the next is
 * read and sealed; memory holds two chunks and a part, whatever the size of the file.
 */
@ApplicationScoped
class RosterImporter {

    private static final int CHUNK = 1000;
    /** A workbook must be in memory as a whole; what is larger comes as CSV. */
    private static final int LARGEST_WORKBOOK = 16 * 1024 * 1024;

    private final RosterImports imports;
    private final RosterChunks chunks;
    private final RosterGround ground;
    private final RosterEnd end;
    private final IncidentVault vault;
    private final BlindIndex index;
    private final Ways ways;
    private final LongWork longWork;
    private final RosterLine line = new RosterLine(ZipPrefixFile.read());

    RosterImporter(
            RosterImports imports,
            RosterChunks chunks,
            RosterGround ground,
            RosterEnd end,
            IncidentVault vault,
            BlindIndex index,
            Ways ways,
            LongWork longWork) {
        this.imports = imports;
        this.chunks = chunks;
        this.ground = ground;
        this.end = end;
        this.vault = vault;
        this.index = index;
        this.ways = ways;
        this.longWork = longWork;
    }

    /** Works until the import waits for somebody, or is over. Call outside a session, holding the lease. */
    Uni<RosterImportRow> work(RosterImportRow row) {
        return switch (row.state()) {
            case "CHECKING" ->
                run(row).chain(() -> again(row))
                        .chain(after -> after.state().equals("CHECKED") && after.atOnce() ? goOn(after) : done(after));
            case "IMPORTING" -> run(row).chain(() -> again(row));
            default -> done(row);
        };
    }

    private Uni<RosterImportRow> goOn(RosterImportRow row) {
        return Transactions.run(() -> imports.begin(row.id(), "IMPORTING", true, imports.lease()))
                .chain(() -> again(row))
                .chain(this::work);
    }

    private static Uni<RosterImportRow> done(RosterImportRow row) {
        return Uni.createFrom().item(row);
    }

    private Uni<RosterImportRow> again(RosterImportRow row) {
        return Transactions.read(() -> imports.get(row.incidentId(), row.id()));
    }

    private Uni<Void> run(RosterImportRow row) {
        return Transactions.run(() -> ground.of(row.incidentId())
                        .chain(where -> index.ready()
                                .chain(() -> vault.open(row.incidentId()))
                                .map(cipher ->
                                        new RosterChunk.Tools(row.incidentId(), where.today(), ways, cipher, index))))
                .chain(tools -> longWork.run(database -> {
                    read(row, tools, database);
                    return true;
                }))
                .replaceWithVoid();
    }

    private void read(RosterImportRow row, RosterChunk.Tools tools, LongWork.Database database) {
        Pass pass = new Pass(row, tools, database);
        try {
            byte[] sha256 = pass.read();
            if (row.state().equals("CHECKING")) {
                refuseOther(row, sha256);
                database.await(() -> Transactions.run(() -> imports.checked(row.id(), sha256)));
            } else {
                database.await(() -> Transactions.run(() -> end.imported(row)));
            }
        } catch (UnreadableRoster why) {
            pass.settle();
            database.await(() -> Transactions.run(() -> imports.refuse(row.id(), why)));
        }
    }

    private static void refuseOther(RosterImportRow row, byte[] sha256) {
        if (row.sha256().filter(said -> !said.equals(RosterImports.hex(sha256))).isPresent()) {
            throw new UnreadableRoster(UnreadableRoster.Cause.NOT_AS_ANNOUNCED, "sha256");
        }
    }

    /** One reading of the file. */
    private final class Pass {

        private final RosterImportRow row;
        private final RosterChunk.Tools tools;
        private final LongWork.Database database;
        private final boolean sealing;
        private CompletableFuture<Integer> storing = CompletableFuture.completedFuture(0);
        private RosterChunk chunk = new RosterChunk();

        Pass(RosterImportRow row, RosterChunk.Tools tools, LongWork.Database database) {
            this.row = row;
            this.tools = tools;
            this.database = database;
            this.sealing = row.state().equals("IMPORTING");
        }

        /** @return SHA-256 of the file */
        byte[] read() {
            RosterBytes bytes = new RosterBytes(this::part);
            new RosterReader(line, row.format()).read(rows(bytes), row.rowsDone(), this::add);
            flush();
            settle();
            return bytes.sha256();
        }

        /** Waits for the chunk that is being stored. */
        void settle() {
            LongWork.Database.join(storing);
        }

        private void add(RowResult result) {
            chunk.add(result, sealing ? Optional.of(tools) : Optional.empty());
            if (chunk.size() == CHUNK) {
                flush();
            }
        }

        private void flush() {
            RosterChunk full = chunk;
            chunk = new RosterChunk();
            settle();
            if (full.size() > 0) {
                UUID id = row.id();
                storing = database.begin(() -> Transactions.run(() -> sealing
                        ? chunks.store(row.incidentId(), id, full, imports.lease())
                        : chunks.tried(id, full, imports.lease())));
            }
        }

        private Optional<byte[]> part(int number) {
            settle();
            IncidentCipher cipher = tools.cipher();
            return database.await(() -> Transactions.read(() -> imports.part(row.id(), number, cipher)));
        }

        private RosterRows rows(RosterBytes bytes) {
            return row.format().kind() == RosterFormat.Kind.CSV
                    ? new CsvRows(bytes, row.format())
                    : new XlsxRows(workbook(bytes));
        }
    }

    private static byte[] workbook(RosterBytes bytes) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        try {
            bytes.transferTo(whole);
        } catch (IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
        if (whole.size() > LARGEST_WORKBOOK) {
            throw new UnreadableRoster(UnreadableRoster.Cause.WORKBOOK_TOO_LARGE, "16 MB");
        }
        return whole.toByteArray();
    }
}
