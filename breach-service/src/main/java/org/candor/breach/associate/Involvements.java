package org.candor.breach.associate;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.breach.assessment.BreachHead;
import org.candor.breach.associate.InvolvedView.Notifier;
import org.candor.breach.obligations.Columns;
import org.candor.breach.obligations.KeptObligation;
import org.candor.kit.data.Sql;
import org.candor.kit.outbox.EventJson;
import org.candor.kit.web.PersonalText;

/** Which business associates a breach concerns. What people wrote is sealed with the incident's data key. */
@ApplicationScoped
class Involvements {

    private static final String REASON = "associate_in_breach.notifier_reason";
    private static final String REVIEW = "associate_in_breach.review";

    private static final String KEY =
            "select knowledge_key from associate_in_breach where incident_id = ?1 and associate_id = ?2";

    private static final String PUT = """
        insert into associate_in_breach (incident_id, associate_id, knowledge_key, clock_key) values (?1, ?2, ?3, ?4)
        on conflict (incident_id, associate_id) do update
           set knowledge_key = excluded.knowledge_key, clock_key = excluded.clock_key
        """;

    private static final String DECIDE = """
        update associate_in_breach set notifier = ?3, notifier_reason = ?4, notifier_by = ?5, notifier_at = ?6
         where incident_id = ?1 and associate_id = ?2
        """;

    private static final String REVIEWED = """
        update associate_in_breach set review = ?3, reviewed_by = ?4, reviewed_at = ?5
         where incident_id = ?1 and associate_id = ?2
        """;

    private static final String ALL = """
        select b.associate_id, a.name, a.agent, b.knowledge_key, b.notifier, b.notifier_reason, b.notifier_by,
               b.notifier_at, b.review, b.reviewed_by, b.reviewed_at, b.clock_key, a.contract_from, a.contract_until,
               r.incident_id is not null, %s
          from associate_in_breach b
          join business_associate a on a.id = b.associate_id
          left join associate_report r on r.incident_id = b.incident_id and r.associate_id = cast(b.associate_id as text)
         where b.incident_id = ?1 order by a.name, a.id
        """.formatted(AssociateReport.COLUMNS);

    private final Clock clock;

    Involvements(Clock clock) {
        this.clock = clock;
    }

    Uni<Optional<String>> keyOf(UUID incidentId, UUID associateId) {
        return Sql.rows(String.class, KEY, incidentId, associateId)
                .map(keys -> keys.stream().findFirst());
    }

    /** @param clockKey the name under which its clocks stand, which a correction leaves as it is */
    Uni<Void> put(UUID incidentId, UUID associateId, String knowledgeKey, String clockKey) {
        return Sql.update(PUT, incidentId, associateId, knowledgeKey, clockKey).replaceWithVoid();
    }

    Uni<Void> decide(BreachHead head, UUID associateId, Notifier notifier, String reason, String by, Instant at) {
        byte[] sealed = head.cipher().seal(REASON, associateId, reason);
        return Sql.update(DECIDE, head.incidentId(), associateId, notifier.name(), sealed, by, at)
                .replaceWithVoid();
    }

    Uni<Void> review(BreachHead head, UUID associateId, String review, String by, Instant at) {
        byte[] sealed = head.cipher().seal(REVIEW, associateId, review);
        return Sql.update(REVIEWED, head.incidentId(), associateId, sealed, by, at)
                .replaceWithVoid();
    }

    Uni<List<InvolvedView>> views(BreachHead head) {
        return Sql.rows(Object[].class, ALL, head.incidentId())
                .map(rows -> rows.stream().map(row -> view(head, row)).toList());
    }

    private InvolvedView view(BreachHead head, Object[] row) {
        UUID id = (UUID) row[0];
        String key = (String) row[3];
        return new InvolvedView(
                id,
                (String) row[1],
                (Boolean) row[2],
                key,
                clocks(head, (String) row[11]),
                InvolvedView.Contract.of(Columns.day(row[12]), Columns.day(row[13]), head.discoveredOn()),
                (Boolean) row[14] ? AssociateReport.of(row, 15) : null,
                row[4] == null ? null : Notifier.valueOf((String) row[4]),
                row[5] == null ? null : new PersonalText(head.cipher().read(REASON, id, (byte[]) row[5])),
                (String) row[6],
                Columns.instant(row[7]),
                row[8] == null
                        ? null
                        : EventJson.read(head.cipher().read(REVIEW, id, (byte[]) row[8]), InvolvedView.Review.class),
                (String) row[9],
                Columns.instant(row[10]));
    }

    private List<InvolvedView.Clock> clocks(BreachHead head, String key) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), head.zone());
        List<KeptObligation> own = head.associateClocks().stream()
                .filter(duty -> duty.key().endsWith("-" + key))
                .sorted(Comparator.comparing(KeptObligation::due))
                .toList();
        List<InvolvedView.Clock> clocks = new ArrayList<>();
        own.forEach(duty -> clocks.add(InvolvedView.Clock.of(duty, clocks.isEmpty(), today)));
        return clocks;
    }
}
