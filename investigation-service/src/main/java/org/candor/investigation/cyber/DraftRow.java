package org.candor.investigation.cyber;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.candor.investigation.cyber.decision.Agency;
import org.candor.investigation.cyber.decision.Draft;
import org.candor.investigation.cyber.decision.Ground;

/** A draft as it is stored. */
@Entity
@Table(name = "agency_draft")
class DraftRow {

    @Id
    UUID id;

    @Column(name = "incident_id")
    UUID incidentId;

    @Enumerated(EnumType.STRING)
    Agency agency;

    String[] authors;

    @Column(name = "written_at")
    Instant writtenAt;

    byte[] words;

    String[] findings;

    @Enumerated(EnumType.STRING)
    Ground ground;

    String[] cleared;

    @Column(name = "cleared_by")
    String clearedBy;

    @Column(name = "cleared_at")
    Instant clearedAt;

    @Column(name = "cleared_words")
    byte[] clearedWords;

    @Column(name = "signed_by")
    String signedBy;

    @Column(name = "signed_at")
    Instant signedAt;

    @Column(name = "sent_by")
    String sentBy;

    @Column(name = "sent_at")
    Instant sentAt;

    Boolean deviates;

    @Column(name = "sending_words")
    byte[] sendingWords;

    boolean withdrawn;

    Draft draft() {
        return new Draft(
                id,
                agency,
                Set.of(authors),
                Set.of(findings),
                Optional.ofNullable(ground)
                        .map(known -> new Draft.Override(known, clearedBy, clearedAt, Set.of(cleared))),
                Optional.ofNullable(signedBy).map(by -> new Draft.Signature(by, signedAt)),
                Optional.ofNullable(sentBy).map(by -> new Draft.Sending(by, sentAt, deviates)),
                withdrawn);
    }

    void take(Draft next) {
        agency = next.agency();
        authors = sorted(next.authors());
        findings = sorted(next.findings());
        Draft.Override override = next.override().orElse(null);
        ground = override == null ? null : override.ground();
        cleared = override == null ? null : sorted(override.findings());
        clearedBy = override == null ? null : override.by();
        clearedAt = override == null ? null : override.at();
        clearedWords = override == null ? null : clearedWords;
        signedBy = next.signature().map(Draft.Signature::by).orElse(null);
        signedAt = next.signature().map(Draft.Signature::at).orElse(null);
        sentBy = next.sending().map(Draft.Sending::by).orElse(null);
        sentAt = next.sending().map(Draft.Sending::at).orElse(null);
        deviates = next.sending().map(Draft.Sending::deviates).orElse(null);
        withdrawn = next.withdrawn();
    }

    private static String[] sorted(Set<String> items) {
        return items.stream().sorted().toArray(String[]::new);
    }
}
