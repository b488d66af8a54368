package org.candor.breach.associate;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.candor.breach.assessment.ReportedKnowledge;
import org.candor.breach.assessment.decision.Candidate;
import org.candor.breach.associate.AssociateReport.Kept;
import org.candor.breach.associate.decision.Reported.Registered;
import org.candor.events.ReportEvent.ReportSubmitted;
import org.candor.events.ReportEvent.ReportSupplemented;
import org.candor.kit.data.Sql;

/** Keeps what business associates reported, also while nobody has asked the breach question yet. */
@ApplicationScoped
class AssociateReports implements ReportedKnowledge {

    /** A contract that gives more days than ten years is a typing error; the clock of the law runs all the same. */
    private static final long MOST_DAYS = 3_660;

    private static final String KEY = Candidate.OF_A_REPORT + "associate-";

    /** The name under which the knowledge stands that a report brought. */
    static final String FIRST = KEY + 1;

    // Whoever opens the assessment and whoever reads the report wait for each other, so that neither misses the other.
    private static final String LOCK = "select 1 from pg_advisory_xact_lock(hashtextextended(?1, 0))";

    private static final String PUT = """
        insert into associate_report (incident_id, entity_id, drill, associate_id, discovered_on, standing, contract_days,
                                      learned_at, received_at, phi_possible)
        values (?1, ?2, ?3, nullif(?4, ''), cast(nullif(?5, '') as date), nullif(?6, ''),
                cast(nullif(?7, '') as integer), cast(nullif(?8, '') as timestamptz), ?9, ?10)
        on conflict do nothing
        """;

    private static final String SUPPLEMENT = """
        update associate_report
           set discovered_on = coalesce(cast(nullif(?2, '') as date), discovered_on),
               affected_known = coalesce(cast(nullif(?3, '') as bigint), affected_known),
               supplements = supplements + 1, supplied_at = ?4
         where incident_id = ?1
        """;

    private static final String ONE = "select entity_id, associate_id, phi_possible, " + AssociateReport.COLUMNS
            + " from associate_report r where incident_id = ?1";

    private static final String REGISTERED = """
        select id, agent, contract_days from business_associate where cast(id as text) = ?1 and entity_id = ?2
        """;

    private final Involvements involvements;
    private final Clock clock;

    AssociateReports(Involvements involvements, Clock clock) {
        this.involvements = involvements;
        this.clock = clock;
    }

    Uni<Void> keep(ReportSubmitted report, boolean drill) {
        return lock(report.incidentId())
                .chain(() -> Sql.update(
                        PUT,
                        report.incidentId(),
                        report.entityId(),
                        drill,
                        text(report.associateId()),
                        text(report.associateDiscoveredOn()),
                        text(report.associateStanding()),
                        text(days(report.associateContractDays())),
                        text(report.learnedAt()),
                        report.receivedAt(),
                        report.phiPossible()))
                .replaceWithVoid();
    }

    private static Long days(Long said) {
        return said == null || said < 0 || said > MOST_DAYS ? null : said;
    }

    Uni<Void> supplement(ReportSupplemented more) {
        return lock(more.incidentId())
                .chain(() -> Sql.update(
                        SUPPLEMENT,
                        more.incidentId(),
                        text(more.associateDiscoveredOn()),
                        text(more.affectedKnown()),
                        more.suppliedAt()))
                .replaceWithVoid();
    }

    Uni<Optional<Kept>> find(UUID incidentId) {
        return Sql.rows(Object[].class, ONE, incidentId)
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(row -> new Kept(
                                incidentId,
                                (String) row[0],
                                Optional.ofNullable((String) row[1]),
                                (Boolean) row[2],
                                AssociateReport.of(row, 3))));
    }

    /** The candidate that it makes before the question is asked: its clocks keep this name for good. */
    Uni<Candidate> first(Kept kept, ZoneId zone) {
        return candidate(kept, zone, FIRST);
    }

    /** The candidate that it makes now. */
    Uni<Candidate> latest(Kept kept, ZoneId zone) {
        return candidate(kept, zone, KEY + (kept.report().supplements() + 1));
    }

    private Uni<Candidate> candidate(Kept kept, ZoneId zone, String key) {
        return registered(kept)
                .map(registered -> new Candidate(
                        kept.report().reported().knowledge(key, zone, registered.map(InRegister::terms)),
                        "",
                        Optional.empty(),
                        clock.instant()));
    }

    private record InRegister(UUID id, Registered terms) {}

    private Uni<Optional<InRegister>> registered(Kept kept) {
        return Sql.rows(Object[].class, REGISTERED, kept.associateId().orElse(""), kept.entityId())
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(row -> new InRegister(
                                (UUID) row[0],
                                new Registered(
                                        (Boolean) row[1],
                                        row[2] == null
                                                ? OptionalInt.empty()
                                                : OptionalInt.of(((Number) row[2]).intValue())))));
    }

    /** Where it stands in the register, its part in the breach is linked to its entry there. */
    Uni<Void> link(Kept kept, String knowledgeKey, String clockKey) {
        return registered(kept)
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : involvements.put(kept.incidentId(), found.get().id(), knowledgeKey, clockKey));
    }

    @Override
    public Uni<Optional<Candidate>> of(UUID incidentId, ZoneId zone) {
        return lock(incidentId)
                .chain(() -> find(incidentId))
                .chain(kept -> kept.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : first(kept.get(), zone).map(Optional::of));
    }

    @Override
    public Uni<Void> opened(UUID incidentId) {
        return find(incidentId)
                .chain(kept -> kept.isEmpty() ? Uni.createFrom().voidItem() : link(kept.get(), FIRST, FIRST));
    }

    private static Uni<Void> lock(UUID incidentId) {
        return Sql.rows(Integer.class, LOCK, "associate-report/" + incidentId).replaceWithVoid();
    }

    private static String text(Object value) {
        return Objects.toString(value, "");
    }
}
