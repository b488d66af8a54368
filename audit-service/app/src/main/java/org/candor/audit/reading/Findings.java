package org.candor.audit.reading;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.audit.AuditProblem;
import org.candor.kit.access.AccessLog;
import org.candor.kit.crypto.IncidentVault;
import org.candor.kit.data.Sql;
import org.candor.kit.data.Transactions;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.candor.kit.web.Cursor;
import org.candor.kit.web.EntityTags;

/**
 * The list of unusual readings and their reviews. Nobody sees a finding about himself, and an incident that does not exist
 * for the reviewer is not in it; a finding of nothing else is not there.
 */
@ApplicationScoped
class Findings {

    private static final Cursor NEWEST = new Cursor(Instant.parse("9999-12-31T23:59:59Z"), new UUID(-1, -1));
    private static final String NOTE = "reading_finding.note";

    private static final String VISIBLE = """
            select f.finding_id, f.person, f.day, f.rule, array_to_string(seen.incidents, ','), f.reviewed_by, f.reviewed_at,
                   f.outcome, f.version, f.found_at
              from reading_finding f
              cross join lateral (select array_agg(i) as incidents from unnest(f.incidents) i
                                   where incident_visible(i, ?1, ?2)) seen
             where seen.incidents is not null and f.person <> ?1
            """;

    private static final String REVIEW = """
            update reading_finding
               set reviewed_by = ?2, reviewed_at = ?3, outcome = ?4, note = ?5, version = version + 1
             where finding_id = ?1 and reviewed_at is null
            """;

    private final IncidentVault vault;
    private final Caller caller;
    private final AccessLog accessLog;
    private final Clock clock;

    Findings(IncidentVault vault, Caller caller, AccessLog accessLog, Clock clock) {
        this.vault = vault;
        this.caller = caller;
        this.accessLog = accessLog;
        this.clock = clock;
    }

    /** Up to {@code limit + 1}, newest first. */
    Uni<List<FindingView>> page(boolean open, Optional<Cursor> after, int limit) {
        Cursor from = after.orElse(NEWEST);
        return Transactions.run(() -> Sql.rows(
                        Object[].class,
                        VISIBLE + """
                                 and (f.reviewed_at is null or not cast(?3 as boolean)) and (f.found_at, f.finding_id) < (?4, ?5)
                                 order by f.found_at desc, f.finding_id desc limit ?6
                                """,
                        caller.subject(),
                        caller.entitiesFilter(),
                        open,
                        from.at(),
                        from.id(),
                        limit + 1)
                .map(rows -> rows.stream().map(FindingView::of).toList())
                .call(found -> accessLog.list(
                        "list-unusual-readings",
                        "open=" + open,
                        found.stream()
                                .flatMap(finding -> finding.incidents().stream())
                                .distinct()
                                .toList())));
    }

    Uni<FindingView> review(UUID findingId, FindingReview review, String ifMatch) {
        return Transactions.run(() -> require(findingId)
                .invoke(finding -> check(finding, ifMatch))
                .chain(finding -> vault.create(findingId))
                .chain(cipher -> Sql.update(
                        REVIEW,
                        findingId,
                        caller.subject(),
                        clock.instant(),
                        review.outcome().name(),
                        cipher.seal(NOTE, findingId, review.note().value())))
                .chain(() -> require(findingId))
                .call(finding ->
                        accessLog.list("review-unusual-reading", "findingId=" + findingId, finding.incidents())));
    }

    private static void check(FindingView finding, String ifMatch) {
        EntityTags.check(ifMatch, finding.version());
        if (finding.reviewedBy() != null) {
            throw new Problem(AuditProblem.REVIEWED_BEFORE);
        }
    }

    private Uni<FindingView> require(UUID findingId) {
        return Sql.rows(
                        Object[].class,
                        VISIBLE + " and f.finding_id = ?3",
                        caller.subject(),
                        caller.entitiesFilter(),
                        findingId)
                .map(rows -> rows.stream().findFirst().map(FindingView::of).orElseThrow(Problem::notFound));
    }
}
