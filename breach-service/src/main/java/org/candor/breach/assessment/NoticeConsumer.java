package org.candor.breach.assessment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.candor.breach.assessment.AssessmentDesk.Doing;
import org.candor.breach.assessment.AssessmentDesk.Opened;
import org.candor.breach.assessment.decision.Command.RecordSending;
import org.candor.breach.assessment.decision.Decision;
import org.candor.breach.obligations.Computations;
import org.candor.breach.obligations.decision.Progress;
import org.candor.events.Envelope;
import org.candor.events.NoticeEvent;
import org.candor.events.NoticeEvent.CampaignOpened;
import org.candor.events.NoticeEvent.CountsOffered;
import org.candor.events.NoticeEvent.HhsSubmitted;
import org.candor.events.NoticeEvent.MediaNotified;
import org.candor.events.NoticeEvent.MisaddressedMailingDetected;
import org.candor.events.NoticeEvent.NoticeTextApproved;
import org.candor.events.NoticeEvent.NoticesSent;
import org.candor.events.NoticeEvent.PostingPublished;
import org.candor.events.NoticeEvent.RegulatorNotified;
import org.candor.events.NoticeEvent.RosterImported;
import org.candor.events.Topic;
import org.candor.kit.inbox.EventConsumer;
import org.candor.kit.inbox.Handling;
import org.jboss.logging.Logger;

/** Each sending answers back: what was done may move what else is due. Counts are kept as offers, never taken over. */
@ApplicationScoped
class NoticeConsumer implements EventConsumer<NoticeEvent> {

    private static final Logger LOG = Logger.getLogger(NoticeConsumer.class);

    private final Assessments assessments;
    private final AssessmentDesk desk;
    private final CountsOffers offers;
    private final CountsDifference difference;
    private final Addenda addenda;
    private final MisaddressedMailings mailings;
    private final Computations computations;
    private final Clock clock;

    NoticeConsumer(
            Assessments assessments,
            AssessmentDesk desk,
            CountsOffers offers,
            CountsDifference difference,
            Addenda addenda,
            MisaddressedMailings mailings,
            Computations computations,
            Clock clock) {
        this.assessments = assessments;
        this.desk = desk;
        this.offers = offers;
        this.difference = difference;
        this.addenda = addenda;
        this.mailings = mailings;
        this.computations = computations;
        this.clock = clock;
    }

    @Override
    public Topic topic() {
        return Topic.NOTICE;
    }

    @Override
    public Uni<Handling> on(NoticeEvent fact, Envelope envelope) {
        return switch (fact) {
            case CountsOffered offered -> offered(offered, envelope);
            case NoticesSent sent ->
                done(
                        sent.incidentId(),
                        envelope,
                        "notices went out from " + sent.firstSentOn() + " to " + sent.lastSentOn(),
                        progress -> progress.withRun(sent.counts(), sent.firstSentOn(), sent.lastSentOn()));
            case MediaNotified media ->
                done(
                        media.incidentId(),
                        envelope,
                        "media of " + media.jurisdiction() + " were told on " + media.notifiedOn(),
                        progress -> progress.withMedia(media.jurisdiction(), media.notifiedOn()));
            case PostingPublished posting ->
                done(
                        posting.incidentId(),
                        envelope,
                        "the substitute posting began on " + posting.startedOn(),
                        progress -> progress.withPosting(posting.startedOn()));
            case RegulatorNotified regulator -> regulator(regulator, envelope);
            case HhsSubmitted submitted ->
                HhsSubmitted.PART2.equals(submitted.report())
                        ? part2(submitted, envelope)
                        : submitted(submitted, envelope);
            case CampaignOpened opened -> moved(opened.incidentId());
            case RosterImported imported -> moved(imported.incidentId());
            case NoticeTextApproved approved -> moved(approved.incidentId());
            case MisaddressedMailingDetected detected -> misaddressed(detected, envelope);
            default -> applied();
        };
    }

    /** No standing still: somebody works on the notices. */
    private Uni<Handling> moved(UUID incidentId) {
        return assessments.moved(incidentId, clock.instant()).replaceWith(Handling.APPLIED);
    }

    private Uni<Handling> misaddressed(MisaddressedMailingDetected detected, Envelope envelope) {
        return assessments
                .findById(detected.incidentId())
                .chain(row -> row == null
                        ? waiting()
                        : mailings.record(
                                        row.breach(),
                                        envelope.id(),
                                        detected.count(),
                                        detected.detectedOn(),
                                        row.origin(envelope.actor()))
                                .replaceWith(Handling.APPLIED));
    }

    private Uni<Handling> offered(CountsOffered offered, Envelope envelope) {
        return assessments
                .locked(offered.incidentId())
                .chain(found -> found.isEmpty() ? waiting() : offered(found.get(), offered, envelope));
    }

    private Uni<Handling> offered(AssessmentRow row, CountsOffered offered, Envelope envelope) {
        row.moved(clock.instant());
        return offers.add(envelope.id(), offered)
                .chain(() -> desk.open(row))
                .chain(opened -> difference.tell(opened, offered.countedAt(), envelope.actor()))
                .replaceWith(Handling.APPLIED);
    }

    /** The obligation's id names the duty; a regulator of a duty that no longer stands changes nothing. */
    private Uni<Handling> regulator(RegulatorNotified told, Envelope envelope) {
        return computations
                .latest(told.incidentId())
                .chain(latest -> latest.stream()
                        .flatMap(computation -> computation.obligations().stream())
                        .filter(obligation -> obligation.obligationId().equals(told.obligationId()))
                        .findFirst()
                        .map(obligation -> done(
                                told.incidentId(),
                                envelope,
                                "the regulator of " + told.jurisdiction() + " was told on " + told.notifiedOn(),
                                progress -> progress.withRecorded(obligation.key(), told.notifiedOn())))
                        .orElseGet(NoticeConsumer::applied));
    }

    /** The separate report of records under 42 CFR Part 2: its own duty, its own number. */
    private Uni<Handling> part2(HhsSubmitted submitted, Envelope envelope) {
        return assessments
                .locked(submitted.incidentId())
                .invoke(found -> found.ifPresent(row -> row.part2TrackingNumber = submitted.trackingNumber()))
                .chain(() -> done(
                        submitted.incidentId(),
                        envelope,
                        "the Part 2 report went to the Secretary on " + submitted.submittedOn(),
                        progress -> progress.withRecorded(Progress.PART2, submitted.submittedOn())));
    }

    private Uni<Handling> submitted(HhsSubmitted submitted, Envelope envelope) {
        return assessments
                .locked(submitted.incidentId())
                .call(found -> computations
                        .latest(submitted.incidentId())
                        .invoke(latest -> found.ifPresent(row -> {
                            row.trackingNumber = submitted.trackingNumber();
                            addenda.reported(row, submitted.submittedOn(), latest);
                        })))
                .chain(() -> done(
                        submitted.incidentId(),
                        envelope,
                        "the Secretary was told on " + submitted.submittedOn(),
                        progress -> progress.withHhs(submitted.submittedOn())))
                .call(handling ->
                        handling == Handling.WAITING ? Uni.createFrom().voidItem() : relog(submitted, envelope));
    }

    private Uni<Void> relog(HhsSubmitted submitted, Envelope envelope) {
        return assessments
                .findById(submitted.incidentId())
                .chain(row -> computations
                        .latest(row.incidentId)
                        .chain(standing -> desk.publishLogEntry(row, standing, envelope.actor())));
    }

    private Uni<Handling> done(UUID incidentId, Envelope envelope, String because, UnaryOperator<Progress> step) {
        return assessments
                .locked(incidentId)
                .chain(found -> found.isEmpty()
                        ? waiting()
                        : desk.open(found.get()).chain(opened -> done(opened, envelope, because, step)));
    }

    private Uni<Handling> done(Opened opened, Envelope envelope, String because, UnaryOperator<Progress> step) {
        Progress progress = step.apply(opened.row().progress());
        return switch (desk.decide(opened, new RecordSending(progress.sent()))) {
            case Decision.Accepted accepted -> {
                desk.note(opened.row(), progress);
                yield desk.carryOut(opened, accepted, new Doing(envelope.actor(), because))
                        .replaceWith(Handling.APPLIED);
            }
            case Decision.Refused refused -> {
                // A day before the discovery, or a notice of what is not owed: it is on the topic and in the trail.
                LOG.warnf("notice not taken: incident=%s reason=%s", opened.row().incidentId, refused.reason());
                yield applied();
            }
        };
    }

    private static Uni<Handling> applied() {
        return Uni.createFrom().item(Handling.APPLIED);
    }

    private static Uni<Handling> waiting() {
        return Uni.createFrom().item(Handling.WAITING);
    }
}
