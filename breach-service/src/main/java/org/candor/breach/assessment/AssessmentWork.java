package org.candor.breach.assessment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.candor.breach.Versioned;
import org.candor.breach.assessment.AssessmentDesk.Doing;
import org.candor.breach.assessment.AssessmentDesk.Opened;
import org.candor.breach.assessment.WorksheetDocument.Heading;
import org.candor.breach.assessment.WorksheetDocument.Signed;
import org.candor.breach.assessment.decision.Assessment;
import org.candor.breach.assessment.decision.Candidate;
import org.candor.breach.assessment.decision.Command;
import org.candor.breach.assessment.decision.DecidingAssessments;
import org.candor.breach.assessment.decision.Decision;
import org.candor.breach.obligations.FactsReader;
import org.candor.kit.access.AccessLog;
import org.candor.kit.data.Transactions;
import org.candor.kit.data.Workers;
import org.candor.kit.identity.Caller;
import org.candor.kit.time.Ids;
import org.candor.kit.web.Cursor;
import org.candor.kit.web.EntityTags;
import org.candor.kit.web.Page;

/** What officers do with assessments. */
@ApplicationScoped
class AssessmentWork {

    private final Assessments assessments;
    private final AssessmentDesk desk;
    private final Worksheets worksheets;
    private final AssessmentViews views;
    private final OpenAssessments open;
    private final AccessLog accesses;
    private final Caller caller;
    private final Workers workers;
    private final Clock clock;
    private final Ids ids;

    AssessmentWork(
            Assessments assessments,
            AssessmentDesk desk,
            Worksheets worksheets,
            AssessmentViews views,
            OpenAssessments open,
            AccessLog accesses,
            Caller caller,
            Workers workers,
            Clock clock,
            Ids ids) {
        this.assessments = assessments;
        this.desk = desk;
        this.worksheets = worksheets;
        this.views = views;
        this.open = open;
        this.accesses = accesses;
        this.caller = caller;
        this.workers = workers;
        this.clock = clock;
        this.ids = ids;
    }

    Uni<Page<AssessmentSummary>> page(AssessmentFilter filter, Optional<Cursor> after) {
        return Transactions.run(() -> assessments
                .page(filter, caller.subject(), caller.entitiesFilter(), after)
                .map(rows ->
                        Page.of(rows, filter.limit(), row -> row, row -> new Cursor(row.openedAt(), row.incidentId())))
                .call(page -> accesses.list(
                        "list-assessments",
                        filter.inWords(),
                        page.items().stream().map(AssessmentSummary::incidentId).toList())));
    }

    Uni<Versioned<AssessmentView>> one(UUID incidentId) {
        return Transactions.run(() -> open.visible(incidentId)
                .call(() -> accesses.read("read-assessment", incidentId))
                .map(views::of));
    }

    Uni<Versioned<AssessmentView>> record(UUID incidentId, FactsRequest request, String ifMatch) {
        return change(
                incidentId,
                ifMatch,
                "/notice",
                opened -> new Command.RecordFacts(
                        request.worksheet(),
                        request.noticeFacts(
                                opened.assessment().dossier().notice().capacity())),
                "an officer recorded facts");
    }

    Uni<Versioned<AssessmentView>> know(UUID incidentId, KnowledgeRequest request, String ifMatch) {
        Candidate candidate = new Candidate(
                FactsReader.readKnowledge(request.knowledge(), ids.next().toString())
                        .orRefuse("/knowledge"),
                request.how() == null ? "" : request.how().value(),
                Optional.ofNullable(request.replaces()),
                clock.instant());
        return change(
                incidentId,
                ifMatch,
                "",
                opened -> new Command.AddKnowledge(candidate),
                "knowledge of the breach was recorded");
    }

    Uni<Versioned<AssessmentView>> reopen(UUID incidentId, ReopeningRequest request, String ifMatch) {
        return change(
                incidentId,
                ifMatch,
                "",
                opened -> new Command.Reopen(request.reason().value()),
                "the assessment was reopened");
    }

    /**
     * The worksheet is laid out before the transaction in which it is frozen, so that no session waits for it; whoever changes
     * the assessment meanwhile makes the version stale.
     */
    Uni<Versioned<AssessmentView>> conclude(UUID incidentId, ConclusionRequest request, String ifMatch) {
        Command.Conclude command = request.command(caller.subject());
        Instant now = clock.instant();
        return Transactions.read(() -> checked(incidentId, ifMatch)
                        .map(opened -> new Drafted(
                                Heading.of(opened.row()),
                                concluded(opened, command, now).next())))
                .chain(draft -> workers.run(() -> WorksheetDocument.render(draft.heading(), draft.next())))
                .chain(signed -> Transactions.run(() -> open.locked(incidentId, ifMatch)
                        .chain(opened -> sign(opened, concluded(opened, command, now), signed))));
    }

    private record Drafted(Heading heading, Assessment next) {}

    private static Decision.Accepted concluded(Opened opened, Command.Conclude command, Instant now) {
        return accepted(DecidingAssessments.decide(opened.assessment(), command, now), "");
    }

    private Uni<Versioned<AssessmentView>> sign(Opened opened, Decision.Accepted accepted, Signed signed) {
        Doing doing = new Doing(caller.subject(), "the assessment was concluded", Optional.of(signed.sha256()));
        return desk.carryOut(opened, accepted, doing)
                .call(() -> accesses.read("conclude-assessment", opened.row().incidentId))
                .call(next -> worksheets.add(next, AssessmentRow.conclusion(next.assessment()), signed))
                .chain(this::flushed);
    }

    private Uni<Versioned<AssessmentView>> change(
            UUID incidentId, String ifMatch, String prefix, Function<Opened, Command> command, String because) {
        return Transactions.run(() -> open.locked(incidentId, ifMatch)
                .chain(opened -> {
                    Decision.Accepted accepted = accepted(desk.decide(opened, command.apply(opened)), prefix);
                    return desk.carryOut(opened, accepted, doing(opened, accepted, because));
                })
                .call(() -> accesses.read("change-assessment", incidentId))
                .chain(this::flushed));
    }

    private Doing doing(Opened before, Decision.Accepted accepted, String because) {
        List<String> changes = before.assessment()
                .dossier()
                .notice()
                .changesTo(accepted.next().dossier().notice());
        return new Doing(caller.subject(), changes.isEmpty() ? because : because + "; " + String.join("; ", changes));
    }

    /** The version that the client sees next is known after the flush. */
    private Uni<Versioned<AssessmentView>> flushed(Opened opened) {
        return assessments.flush().map(ignored -> views.of(opened));
    }

    private Uni<Opened> checked(UUID incidentId, String ifMatch) {
        return open.visible(incidentId).invoke(opened -> EntityTags.check(ifMatch, opened.row().version));
    }

    private static Decision.Accepted accepted(Decision decision, String prefix) {
        return switch (decision) {
            case Decision.Accepted accepted -> accepted;
            case Decision.Refused refused -> throw Refusals.of(refused, prefix);
        };
    }
}
