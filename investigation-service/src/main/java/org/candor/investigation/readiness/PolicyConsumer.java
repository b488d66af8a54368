package org.candor.investigation.readiness;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.candor.events.Envelope;
import org.candor.events.ProgrammeEvent;
import org.candor.events.ProgrammeEvent.PolicyPublished;
import org.candor.events.Topic;
import org.candor.investigation.readiness.Offices.Office;
import org.candor.investigation.readiness.decision.Catalogue;
import org.candor.investigation.readiness.decision.PolicyChange;
import org.candor.kit.data.Sql;
import org.candor.kit.inbox.EventConsumer;
import org.candor.kit.inbox.Handling;
import org.candor.kit.time.Ids;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * After a new version of a policy those whose functions it affects are trained again within a reasonable time (45 CFR
 * 164.530(b)(2)(i)(C)): whose curriculum has a course that teaches it. A first version changes nothing that somebody learnt.
 */
@ApplicationScoped
class PolicyConsumer implements EventConsumer<ProgrammeEvent> {

    /** What teaches a policy of which the entity did not say it. */
    private static final String POLICIES = "PRIVACY_POLICIES";

    private static final String PUT = """
            insert into readiness_policy_change (id, entity_id, policy, policy_id, policy_version, effective_on, courses,
                                                 within_days, due_on, recorded_by, recorded_at)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
            on conflict (policy_id, policy_version) do nothing
            """;

    private final Offices offices;
    private final Workforce workforce;
    private final Rules rules;
    private final Settlement settlement;
    private final Catalogue catalogue;
    private final Ids ids;
    private final Period within;

    PolicyConsumer(
            Offices offices,
            Workforce workforce,
            Rules rules,
            Settlement settlement,
            Catalogue catalogue,
            Ids ids,
            @ConfigProperty(name = "candor.readiness.retrain-within") Period within) {
        this.offices = offices;
        this.workforce = workforce;
        this.rules = rules;
        this.settlement = settlement;
        this.catalogue = catalogue;
        this.ids = ids;
        this.within = within;
    }

    @Override
    public Topic topic() {
        return Topic.PROGRAMME;
    }

    @Override
    public Uni<Handling> on(ProgrammeEvent fact, Envelope envelope) {
        Uni<Void> done = fact instanceof PolicyPublished published && published.number() > 1
                ? changed(published, envelope.time())
                : Uni.createFrom().voidItem();
        return done.replaceWith(Handling.APPLIED);
    }

    private Uni<Void> changed(PolicyPublished version, Instant told) {
        return workforce
                .lock(version.entityId())
                .chain(() -> offices.unattended(version.entityId()))
                .chain(office -> rules.policyTraining(version.entityId(), version.code())
                        .chain(found -> found.map(set ->
                                        keep(office, version, told, Set.of(set.courses), Period.ofDays(set.withinDays)))
                                .orElseGet(() -> keep(
                                        office, version, told, Set.copyOf(catalogue.teaching(POLICIES)), within))));
    }

    private Uni<Void> keep(Office office, PolicyPublished version, Instant told, Set<String> courses, Period within) {
        if (courses.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        LocalDate from = PolicyChange.asksFrom(
                version.effectiveOn(), told.atZone(office.zone()).toLocalDate());
        return Sql.update(
                        PUT,
                        ids.next(),
                        office.entityId(),
                        version.code(),
                        version.policyId(),
                        version.number(),
                        version.effectiveOn(),
                        CurriculumDesk.sorted(courses),
                        (int) ChronoUnit.DAYS.between(from, from.plus(within)),
                        from.plus(within),
                        office.by(),
                        office.now())
                .chain(() -> settlement.ask(office));
    }
}
