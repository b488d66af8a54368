package org.candor.investigation.mitigation;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.candor.events.CaseEvent;
import org.candor.events.DeadlineEvent.DeadlineCancelled;
import org.candor.events.DeadlineEvent.DeadlineMet;
import org.candor.events.DeadlineEvent.DeadlineSet;
import org.candor.events.OfficerRole;
import org.candor.investigation.cases.CaseAccess;
import org.candor.investigation.cases.KnownCase;
import org.candor.investigation.cases.Tagged;
import org.candor.investigation.decision.Verdict;
import org.candor.investigation.mitigation.decision.Mitigation;
import org.candor.investigation.mitigation.decision.Request;
import org.candor.kit.errors.Problem;
import org.candor.kit.web.Cursor;
import org.candor.kit.web.EntityTags;
import org.candor.kit.web.Page;

/** Loads, lets the rules decide, stores. Call inside a transaction. */
@ApplicationScoped
class MitigationDesk {

    static final String FOUND = "mitigation.words";
    static final String VERSION = "mitigation_version.words";
    static final String ASKED = "mitigation_request.words";
    static final String ENDING = "mitigation_request.ending_words";

    private final CaseAccess access;
    private final MitigationViews views;

    MitigationDesk(CaseAccess access, MitigationViews views) {
        this.access = access;
        this.views = views;
    }

    Uni<Tagged<MitigationView>> read(UUID incidentId) {
        return access.toRead(incidentId, "read-mitigation").chain(views::of);
    }

    Uni<Tagged<MitigationView>> write(UUID incidentId, String ifMatch, MitigationRequests.FindingRequest request) {
        return change(incidentId, ifMatch, "write-mitigation", (known, row) -> {
            Mitigation.write(request.finding(), known.today()).orThrow(MitigationProblem::of);
            row.harm = request.harm();
            row.training = request.training();
            row.correctedOn = request.correctedOn();
            row.writtenBy = known.subject();
            row.writtenAt = known.now();
            row.words = access.seal(known.cipher(), FOUND, row.incidentId, request.words());
            return Panache.getSession()
                    .chain(session -> session.persist(version(known, row, request)))
                    .chain(() -> access.note(
                            known, "mitigation-written", request.harm().name()));
        });
    }

    Uni<Tagged<MitigationView>> ask(UUID incidentId, String ifMatch, UUID id, MitigationRequests.AskRequest asked) {
        return change(incidentId, ifMatch, "ask-business-associate", (known, row) -> {
            Request request = Mitigation.ask(Request.asked(id, known.today(), asked.dueOn()), known.today())
                    .orThrow(MitigationProblem::of);
            RequestRow kept = new RequestRow();
            kept.id = id;
            kept.incidentId = incidentId;
            kept.askedBy = known.subject();
            kept.take(request);
            kept.words = access.seal(known.cipher(), ASKED, id, asked.words());
            return Panache.getSession()
                    .chain(session -> session.persist(kept))
                    .chain(() -> access.note(known, "business-associate-asked", id.toString()))
                    .chain(() -> access.publish(known, deadline(known, request)));
        });
    }

    Uni<Tagged<MitigationView>> reply(UUID incidentId, UUID id, String ifMatch, MitigationRequests.ReplyRequest reply) {
        return end(
                incidentId,
                id,
                ifMatch,
                new MitigationWords.Ending(reply.text()),
                (known, request) -> Mitigation.reply(request, reply.repliedOn(), known.today()));
    }

    Uni<Tagged<MitigationView>> withdraw(
            UUID incidentId, UUID id, String ifMatch, MitigationRequests.WithdrawalRequest withdrawal) {
        return end(
                incidentId,
                id,
                ifMatch,
                new MitigationWords.Ending(withdrawal.reason()),
                (known, request) -> Mitigation.withdraw(request, known.today()));
    }

    /** What was written, newest first; each stays as it was. */
    Uni<Page<MitigationView.VersionPart>> history(UUID incidentId, Optional<Cursor> after, int limit) {
        return access.toRead(incidentId, "read-mitigation-history").chain(known -> views.history(known, after, limit));
    }

    private VersionRow version(KnownCase known, MitigationRow now, MitigationRequests.FindingRequest request) {
        VersionRow row = new VersionRow();
        row.id = access.newId();
        row.incidentId = now.incidentId;
        row.change = now.changes + 1;
        row.harm = now.harm;
        row.training = now.training;
        row.correctedOn = now.correctedOn;
        row.writtenBy = now.writtenBy;
        row.writtenAt = now.writtenAt;
        row.words = access.seal(known.cipher(), VERSION, row.id, request.words());
        return row;
    }

    private interface Step {
        Uni<Void> on(KnownCase known, MitigationRow row);
    }

    private interface Ending {
        Verdict<Request> of(KnownCase known, Request request);
    }

    private Uni<Tagged<MitigationView>> end(
            UUID incidentId, UUID id, String ifMatch, MitigationWords.Ending words, Ending ending) {
        return change(
                incidentId,
                ifMatch,
                "end-business-associate-request",
                (known, row) -> Panache.getSession()
                        .chain(session -> session.find(RequestRow.class, id))
                        .map(found -> ofCase(found, incidentId))
                        .chain(kept -> {
                            Request next = ending.of(known, kept.request()).orThrow(MitigationProblem::of);
                            kept.take(next);
                            kept.endingWords = access.seal(known.cipher(), ENDING, id, words);
                            String kind =
                                    "business-associate-" + next.status().name().toLowerCase(Locale.ROOT);
                            return access.note(known, kind, id.toString())
                                    .chain(() -> access.publish(known, ended(known, next)));
                        }));
    }

    private Uni<Tagged<MitigationView>> change(UUID incidentId, String ifMatch, String action, Step step) {
        return access.toChange(incidentId, action)
                .chain(known -> root(incidentId, ifMatch)
                        .chain(row -> step.on(known, row).invoke(() -> row.changes++))
                        .call(() -> Panache.getSession().chain(session -> session.flush()))
                        .chain(() -> views.of(known)));
    }

    private static Uni<MitigationRow> root(UUID incidentId, String ifMatch) {
        return Panache.getSession()
                .chain(session -> session.find(MitigationRow.class, incidentId)
                        .invoke(found -> EntityTags.check(ifMatch, found == null ? 0 : found.changes))
                        .chain(found -> found == null
                                ? persisted(incidentId)
                                : Uni.createFrom().item(found)));
    }

    private static Uni<MitigationRow> persisted(UUID incidentId) {
        MitigationRow row = new MitigationRow();
        row.incidentId = incidentId;
        return Panache.getSession().chain(session -> session.persist(row)).replaceWith(row);
    }

    private static RequestRow ofCase(RequestRow found, UUID incidentId) {
        if (found == null || !found.incidentId.equals(incidentId)) {
            throw Problem.notFound();
        }
        return found;
    }

    private static DeadlineSet deadline(KnownCase known, Request request) {
        return new DeadlineSet(
                request.id(),
                known.incidentId(),
                known.entityId(),
                "BUSINESS_ASSOCIATE_REPLY",
                "Get the business associate's reply on mitigation",
                request.dueOn(),
                null,
                known.zone().getId(),
                OfficerRole.PRIVACY_OFFICER,
                "Policy IV.2");
    }

    private static CaseEvent ended(KnownCase known, Request request) {
        LocalDate on = request.endedOn().orElseThrow();
        return request.status() == Request.Status.REPLIED
                ? new DeadlineMet(request.id(), known.incidentId(), on, request.daysLate())
                : new DeadlineCancelled(request.id(), known.incidentId(), "The request was withdrawn");
    }
}
