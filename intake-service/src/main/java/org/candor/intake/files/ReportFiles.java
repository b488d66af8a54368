package org.candor.intake.files;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.intake.files.ReportFile.Sender;
import org.candor.intake.files.decision.FileState;
import org.candor.kit.data.Sql;

/** The files of all reports. */
@ApplicationScoped
class ReportFiles implements PanacheRepositoryBase<ReportFile, UUID> {

    private static final String ADD_CHUNK =
            "insert into report_file_chunk (file_id, number, body) values (?1, ?2, ?3) on conflict do nothing";
    private static final String CHUNK = "select body from report_file_chunk where file_id = ?1 and number = ?2";

    /** A lease: who claims a file has until then to scan it, and the next try comes after. */
    private static final String CLAIM = """
            update report_file set scan_after = ?2
             where file_id = (select file_id from report_file
                               where state = 'QUARANTINED' and scan_after <= ?1
                               order by scan_after limit 1 for update skip locked)
            returning file_id
            """;

    /** What is complete, oldest first; never more than a report takes from both sides. */
    Uni<List<ReportFile>> of(UUID incidentId) {
        return list("incidentId = ?1 and state <> ?2 order by uploadedAt, fileId", incidentId, FileState.UPLOADING);
    }

    /** As {@link #of(UUID)}, of one side only. */
    Uni<List<ReportFile>> of(UUID incidentId, Sender sender) {
        return list(
                "incidentId = ?1 and state <> ?2 and sender = ?3 order by uploadedAt, fileId",
                incidentId,
                FileState.UPLOADING,
                sender);
    }

    Uni<Optional<ReportFile>> one(UUID incidentId, UUID fileId) {
        return find("incidentId = ?1 and fileId = ?2 and state <> ?3", incidentId, fileId, FileState.UPLOADING)
                .firstResult()
                .map(Optional::ofNullable);
    }

    /** Holds others back that would add a file to the same report at the same time, then counts those of that side. */
    Uni<Long> countLocked(UUID incidentId, Sender sender) {
        return Sql.rows(UUID.class, "select incident_id from report where incident_id = ?1 for update", incidentId)
                .chain(() -> count("incidentId = ?1 and sender = ?2", incidentId, sender));
    }

    /** A chunk that a first try stored stays as it is. */
    Uni<Void> addChunk(UUID fileId, int number, byte[] sealed) {
        return Sql.update(ADD_CHUNK, fileId, number, sealed).replaceWithVoid();
    }

    Uni<byte[]> chunk(UUID fileId, int number) {
        return Sql.rows(byte[].class, CHUNK, fileId, number).map(List::getFirst);
    }

    Uni<Optional<UUID>> claim(Instant now, Instant until) {
        return Sql.rows(UUID.class, CLAIM, now, until).map(rows -> rows.stream().findFirst());
    }

    Uni<Integer> removeUnfinished(Instant before) {
        return Sql.update("delete from report_file where state = 'UPLOADING' and uploaded_at < ?1", before);
    }
}
