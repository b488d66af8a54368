package org.candor.investigation.sanctions;

import static org.candor.events.OfficerRole.ADMINISTRATOR;
import static org.candor.events.OfficerRole.PRIVACY_OFFICER;
import static org.candor.events.OfficerRole.SECURITY_OFFICER;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.candor.investigation.cases.CaseAccess;
import org.candor.investigation.cases.KnownCase;
import org.candor.investigation.cases.Tagged;
import org.candor.investigation.sanctions.SanctionChanges.Line;
import org.candor.investigation.sanctions.decision.Concerned;
import org.candor.investigation.sanctions.decision.Sanctions;
import org.candor.kit.errors.Problem;
import org.candor.kit.web.PersonalText;

/** Loads, lets the rules decide, stores; each step is also a note. Call inside a transaction. */
@ApplicationScoped
class SanctionDesk {

    private final CaseAccess access;
    private final SanctionRecords records;
    private final SanctionViews views;
    private final SanctionChanges changes;
    private final AccountIndex accounts;

    SanctionDesk(
            CaseAccess access,
            SanctionRecords records,
            SanctionViews views,
            SanctionChanges changes,
            AccountIndex accounts) {
        this.access = access;
        this.records = records;
        this.views = views;
        this.changes = changes;
        this.accounts = accounts;
    }

    Uni<Tagged<SanctionView>> read(UUID incidentId) {
        return access.toRead(incidentId, "read-sanctions")
                .chain(known -> changes.readable(known).map(rows -> views.of(known, rows)));
    }

    Uni<Tagged<SanctionView>> open(UUID incidentId, Set<String> readers) {
        return access.toChange(incidentId, "open-sanctions").chain(known -> {
            known.require(PRIVACY_OFFICER, SECURITY_OFFICER, ADMINISTRATOR);
            Set<String> readable = Sanctions.open(
                            known.file().classification().isPresent(), known.noViolation(), readers, known.subject())
                    .orThrow(SanctionProblem::of);
            return records.find(incidentId).invoke(this::refuseSecond).chain(() -> {
                RecordRow record = new RecordRow();
                record.incidentId = incidentId;
                record.openedBy = known.subject();
                record.openedAt = known.now();
                record.readers = sorted(readable);
                record.changes = 1;
                return records.add(record)
                        .chain(records::flush)
                        .chain(() -> changes.line(known, Line.now(known, "OPENED", null, null)))
                        .chain(() -> access.worked(known))
                        .chain(() -> read(incidentId));
            });
        });
    }

    Uni<Tagged<SanctionView>> readers(UUID incidentId, String ifMatch, Set<String> readers) {
        return changes.on(incidentId, ifMatch, "restrict-sanction-readers", (known, rows) -> {
            rows.record().readers = sorted(Sanctions.readers(readers, known.subject(), changes.subjects(known, rows))
                    .orThrow(SanctionProblem::of));
            return changes.line(known, Line.now(known, "READERS_CHANGED", null, null));
        });
    }

    Uni<Tagged<SanctionView>> name(UUID incidentId, UUID id, String ifMatch, SanctionRequests.PersonRequest request) {
        return changes.on(incidentId, ifMatch, "name-person-involved", (known, rows) -> {
            List<String> subject = Stream.ofNullable(request.subject())
                    .map(PersonalText::value)
                    .toList();
            Sanctions.account(request.relation(), !subject.isEmpty(), request.saysNoAccount())
                    .orThrow(SanctionProblem::of);
            Sanctions.readers(Set.of(rows.record().readers), known.subject(), subject)
                    .orThrow(SanctionProblem::of);
            PersonRow row = new PersonRow();
            row.id = id;
            row.incidentId = incidentId;
            row.take(Concerned.named(id, request.relation(), request.conduct(), request.intent()));
            row.namedBy = known.subject();
            row.namedAt = known.now();
            row.words = access.seal(known.cipher(), SanctionViews.PERSON, id, request.who());
            return accounts.of(subject)
                    .invoke(index -> row.accountIndex = index.orElse(null))
                    .chain(() -> records.add(row))
                    .chain(records::flush)
                    .chain(() -> changes.line(known, Line.now(known, "PERSON_NAMED", id, null)));
        });
    }

    Uni<Tagged<SanctionView>> write(UUID incidentId, String ifMatch, SanctionRequests.NoteRequest request) {
        return changes.on(incidentId, ifMatch, "write-sanction-note", (known, rows) -> {
            Optional<PersonRow> about = Optional.ofNullable(request.personId()).map(rows::person);
            if (request.happenedAt().isAfter(known.now())) {
                throw new Problem(SanctionProblem.NOT_BEFORE_NOW).field("/happenedAt", "in the future");
            }
            if (request.kind() == SanctionRequests.NoteKind.REFUSAL_TO_COOPERATE) {
                PersonRow person = about.orElseThrow(Problem::notFound);
                person.take(Sanctions.refuseToCooperate(person.concerned()).orThrow(SanctionProblem::of));
            }
            return changes.line(
                    known, new Line(request.kind().name(), request.personId(), request.happenedAt(), request.text()));
        });
    }

    Uni<Tagged<SanctionView>> hear(
            UUID incidentId, UUID person, String ifMatch, SanctionRequests.StatementRequest request) {
        return changes.about(
                incidentId,
                person,
                ifMatch,
                "hear-person-involved",
                known -> new Line("STATEMENT_" + request.how(), person, request.at(), request.text()),
                (known, concerned) ->
                        Sanctions.hear(concerned, new Concerned.Statement(request.how(), request.at()), known.now()));
    }

    Uni<Tagged<SanctionView>> check(
            UUID incidentId, UUID person, String ifMatch, SanctionRequests.ProtectionRequest request) {
        return changes.about(
                incidentId,
                person,
                ifMatch,
                "check-protected-act",
                known -> Line.now(
                        known,
                        "PROTECTION_CHECKED_" + protection(known, request).result(),
                        person,
                        request.reason()),
                (known, concerned) -> Sanctions.check(concerned, protection(known, request)));
    }

    private static Concerned.Protection protection(KnownCase known, SanctionRequests.ProtectionRequest request) {
        return new Concerned.Protection(
                request.whistleBlower(), request.crimeVictim(), request.complaint(), known.subject(), known.now());
    }

    Uni<Tagged<SanctionView>> propose(
            UUID incidentId, UUID person, String ifMatch, SanctionRequests.ProposalRequest request) {
        return changes.about(
                incidentId,
                person,
                ifMatch,
                "propose-sanction",
                known -> Line.now(known, "PROPOSED_" + request.measure(), person, request.reason()),
                (known, concerned) -> Sanctions.propose(concerned, request.measure(), known.subject(), known.now()));
    }

    Uni<Tagged<SanctionView>> rule(
            UUID incidentId, UUID person, String ifMatch, SanctionRequests.RulingRequest request) {
        return changes.on(incidentId, ifMatch, "decide-sanction", (known, rows) -> {
            known.require(PRIVACY_OFFICER, SECURITY_OFFICER, ADMINISTRATOR);
            PersonRow row = rows.person(person);
            return records.earlier(row).chain(earlier -> {
                boolean explained = request.differsBecause() != null;
                row.take(Sanctions.rule(
                                row.concerned(), request.measure(), known.subject(), earlier, explained, known.now())
                        .orThrow(SanctionProblem::of));
                return changes.line(known, Line.now(known, "RULED_" + request.measure(), person, request.reason()))
                        .chain(() -> explained
                                ? changes.line(
                                        known, Line.now(known, "DIFFERS_BECAUSE", person, request.differsBecause()))
                                : Uni.createFrom().voidItem());
            });
        });
    }

    Uni<Tagged<SanctionView>> conclude(UUID incidentId, String ifMatch, PersonalText reason) {
        return changes.on(incidentId, ifMatch, "conclude-sanctions", (known, rows) -> {
            Sanctions.conclude(rows.persons().stream().map(PersonRow::concerned).toList(), reason != null)
                    .orThrow(SanctionProblem::of);
            rows.record().concludedAt = known.now();
            return changes.line(known, Line.now(known, "CONCLUDED", null, reason));
        });
    }

    /** Only its readers are told that there is one; for everybody else the answer is that of every other request. */
    private void refuseSecond(Optional<RecordRow> existing) {
        existing.ifPresent(record -> {
            throw records.isReader(record) ? new Problem(SanctionProblem.SANCTIONS_OPEN_ALREADY) : Problem.notFound();
        });
    }

    private static String[] sorted(Set<String> items) {
        return items.stream().sorted().toArray(String[]::new);
    }
}
