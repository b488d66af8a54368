package org.candor.investigation.evidence.decision;

import static java.util.Optional.empty;
import static java.util.Optional.of;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.candor.investigation.evidence.decision.Item.Integrity;
import org.candor.investigation.evidence.decision.Item.Kind;

/** The rules of custody (policy I.D.1.d: volatile data is retrieved; whoever relies on it must be able to show it unchanged). */
public final class EvidenceRules {

    /** A browser's clock may run a little ahead of ours. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(2);

    private EvidenceRules() {}

    /** A digital item has its hash before anybody hands it on; a physical one has none. */
    public static Optional<EvidenceFlaw> collect(Kind kind, Optional<String> sha256, Instant collectedAt, Instant now) {
        if (kind == Kind.DIGITAL && sha256.isEmpty()) {
            return of(EvidenceFlaw.HASH_MISSING);
        }
        if (kind == Kind.PHYSICAL && sha256.isPresent()) {
            return of(EvidenceFlaw.HASH_OF_A_PHYSICAL_ITEM);
        }
        return future(collectedAt, now);
    }

    /** The chain has one direction: nobody gives what he did not have yet. */
    public static Optional<EvidenceFlaw> handOver(Item item, Instant at, Instant now) {
        return at.isBefore(item.lastHandover()) ? of(EvidenceFlaw.HANDOVER_BEFORE_THE_LAST) : future(at, now);
    }

    /** What is kept is what was collected, byte for byte, and is kept once. */
    public static Optional<EvidenceFlaw> keep(Item item, long size, String sha256) {
        if (item.kind() == Kind.PHYSICAL) {
            return of(EvidenceFlaw.FILE_OF_A_PHYSICAL_ITEM);
        }
        if (item.fileKept()) {
            return of(EvidenceFlaw.FILE_KEPT_ALREADY);
        }
        if (size == 0) {
            return of(EvidenceFlaw.FILE_EMPTY);
        }
        return item.sha256().equals(of(sha256)) ? empty() : of(EvidenceFlaw.EVIDENCE_HASH_DIFFERS);
    }

    /** Only what was found changed is examined, once. */
    public static Optional<EvidenceFlaw> examine(Item item) {
        return item.integrity() == Integrity.ALTERED ? empty() : of(EvidenceFlaw.NOT_ALTERED);
    }

    /**
     * What keeps a case from being closed: nobody has said yet what a changed file means for what was concluded from it (45
     * CFR 164.312(c)(1)).
     */
    public static List<String> openMatters(Map<UUID, Integrity> items) {
        return items.entrySet().stream()
                .filter(item -> item.getValue() == Integrity.ALTERED)
                .map(item -> "evidence." + item.getKey() + ".examination")
                .sorted()
                .toList();
    }

    private static Optional<EvidenceFlaw> future(Instant at, Instant now) {
        return at.isAfter(now.plus(CLOCK_TOLERANCE)) ? of(EvidenceFlaw.EVIDENCE_TIME_IN_THE_FUTURE) : empty();
    }
}
