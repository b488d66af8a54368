package org.candor.intake.files;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.candor.intake.files.decision.FileState;
import org.candor.intake.files.decision.FileType;

/** A file of a report; its bytes stand sealed in chunks. */
@Entity
@Table(name = "report_file")
class ReportFile {

    /** Where its name stands, as the cipher binds it. */
    static final String NAME = "report_file.name";

    /** Who added it. */
    enum Sender {
        REPORTER,
        OFFICER
    }

    @Id
    @Column(name = "file_id")
    UUID fileId;

    @Column(name = "incident_id")
    UUID incidentId;

    @Enumerated(EnumType.STRING)
    Sender sender;

    @Enumerated(EnumType.STRING)
    FileState state;

    @Enumerated(EnumType.STRING)
    FileType type;

    long size;
    byte[] sha256;
    int chunks;

    @Column(name = "metadata_removed")
    boolean metadataRemoved;

    byte[] name;

    /** The officer's subject; empty text for the reporter. */
    @Column(name = "uploaded_by")
    String uploadedBy;

    @Column(name = "uploaded_at")
    Instant uploadedAt;

    @Column(name = "scan_after")
    Instant scanAfter;

    /** Where a chunk stands: a chunk put in another's place, or a file cut short, is refused. */
    static String placeOf(int number, int chunks) {
        return "report_file_chunk.body/" + number + "/" + chunks;
    }
}
