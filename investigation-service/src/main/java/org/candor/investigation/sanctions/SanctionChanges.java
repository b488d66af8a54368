package org.candor.investigation.sanctions;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.candor.investigation.cases.CaseAccess;
import org.candor.investigation.cases.KnownCase;
import org.candor.investigation.cases.Tagged;
import org.candor.investigation.decision.Verdict;
import org.candor.investigation.sanctions.SanctionRecords.Rows;
import org.candor.investigation.sanctions.decision.Concerned;
import org.candor.kit.errors.Problem;
import org.candor.kit.web.EntityTags;
import org.candor.kit.web.PersonalText;

/**
 * Opens the record for a change on the version that the caller names, and writes what was done as a line of it. Call inside a
 * transaction.
 */
@ApplicationScoped
class SanctionChanges {

    private final CaseAccess access;
    private final SanctionRecords records;
    private final SanctionViews views;

    SanctionChanges(CaseAccess access, SanctionRecords records, SanctionViews views) {
        this.access = access;
        this.records = records;
        this.views = views;
    }

    interface Step {
        Uni<Void> on(KnownCase known, Rows rows);
    }

    /** A line in the record. */
    record Line(String kind, UUID personId, Instant happenedAt, PersonalText text) {
        static Line now(KnownCase known, String kind, UUID personId, PersonalText text) {
            return new Line(kind, personId, known.now(), text);
        }
    }

    interface Rule {
        Verdict<Concerned> of(KnownCase known, Concerned concerned);
    }

    Uni<Tagged<SanctionView>> about(
            UUID incidentId, UUID person, String ifMatch, String action, Function<KnownCase, Line> line, Rule rule) {
        return on(incidentId, ifMatch, action, (known, rows) -> {
            PersonRow row = rows.person(person);
            row.take(rule.of(known, row.concerned()).orThrow(SanctionProblem::of));
            return line(known, line.apply(known));
        });
    }

    Uni<Tagged<SanctionView>> on(UUID incidentId, String ifMatch, String action, Step step) {
        return access.toChange(incidentId, action)
                .chain(known -> readable(known)
                        .invoke(rows -> {
                            EntityTags.check(ifMatch, rows.record().changes);
                            if (rows.record().concludedAt != null) {
                                throw new Problem(SanctionProblem.SANCTIONS_CONCLUDED);
                            }
                            rows.record().changes++;
                        })
                        .chain(rows -> step.on(known, rows))
                        .chain(records::flush)
                        .chain(() -> access.worked(known))
                        .chain(() -> records.readable(incidentId))
                        .map(rows -> views.of(known, rows)));
    }

    /** Whom the record concerns does not find it either, whatever its list of readers says. */
    Uni<Rows> readable(KnownCase known) {
        return records.readable(known.incidentId()).invoke(rows -> {
            if (subjects(known, rows).contains(known.subject())) {
                throw Problem.notFound();
            }
        });
    }

    Uni<Void> line(KnownCase known, Line line) {
        NoteRow row = new NoteRow();
        row.id = access.newId();
        row.incidentId = known.incidentId();
        row.personId = line.personId();
        row.kind = line.kind();
        row.happenedAt = line.happenedAt();
        row.writtenBy = known.subject();
        row.writtenAt = known.now();
        row.words = line.text() == null
                ? null
                : access.seal(known.cipher(), SanctionViews.NOTE, row.id, new SanctionRequests.Text(line.text()));
        return records.add(row).chain(records::flush);
    }

    List<String> subjects(KnownCase known, Rows rows) {
        return rows.persons().stream()
                .map(row -> views.who(known, row).subject())
                .filter(Objects::nonNull)
                .map(PersonalText::value)
                .toList();
    }
}
