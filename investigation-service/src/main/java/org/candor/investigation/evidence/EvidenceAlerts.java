package org.candor.investigation.evidence;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.candor.events.DeadlineEvent.DeadlineMet;
import org.candor.events.DeadlineEvent.DeadlineSet;
import org.candor.events.OfficerRole;
import org.candor.investigation.cases.CaseAccess;
import org.candor.investigation.cases.KnownCase;
import org.jboss.logging.Logger;

/**
 * A stored file that no longer is what was collected is an alert: in the log, in {@code candor_evidence_altered_total}, in
 * the case's timeline, and as a duty of the security officer that is due at once, so that the board shows it and mails him.
 */
@Startup
@ApplicationScoped
class EvidenceAlerts {

    private static final Logger LOG = Logger.getLogger(EvidenceAlerts.class);
    private static final String KIND = "EVIDENCE_ALTERED";

    private final CaseAccess access;
    private final Counter altered;

    EvidenceAlerts(CaseAccess access, MeterRegistry meters) {
        this.access = access;
        this.altered = meters.counter("candor.evidence.altered");
    }

    /** The first reading that finds it sets the duty; later ones only count. */
    Uni<Void> altered(KnownCase known, EvidenceRow row) {
        altered.increment();
        LOG.errorf("stored evidence does not match its hash: incident=%s item=%s", row.incidentId, row.id);
        if (row.alteredAt != null) {
            return Uni.createFrom().voidItem();
        }
        row.alteredAt = known.now();
        row.changes++;
        return access.note(known, "evidence-altered", row.id.toString())
                .chain(() -> access.publish(
                        known,
                        new DeadlineSet(
                                deadlineId(row.id),
                                row.incidentId,
                                known.entityId(),
                                KIND,
                                "Examine evidence that was found changed",
                                null,
                                known.now(),
                                known.zoneOfTimes().getId(),
                                OfficerRole.SECURITY_OFFICER,
                                "Policy I.D.1.d; 45 CFR 164.312(c)(1)")));
    }

    Uni<Void> examined(KnownCase known, EvidenceRow row) {
        LocalDate today = known.now().atZone(known.zoneOfTimes()).toLocalDate();
        LocalDate found = row.alteredAt.atZone(known.zoneOfTimes()).toLocalDate();
        return access.note(known, "evidence-examined", row.id.toString())
                .chain(() -> access.publish(
                        known,
                        new DeadlineMet(
                                deadlineId(row.id), row.incidentId, today, ChronoUnit.DAYS.between(found, today))));
    }

    private static UUID deadlineId(UUID itemId) {
        return UUID.nameUUIDFromBytes((KIND + ":" + itemId).getBytes(StandardCharsets.UTF_8));
    }
}
