package org.candor.notification.sending;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.candor.events.NoticeMethod;
import org.candor.events.ObligationKind;
import org.candor.notification.campaign.CampaignDesk;
import org.candor.notification.campaign.CampaignRow;
import org.candor.notification.campaign.LetterCheck;
import org.candor.notification.campaign.decision.Duty;
import org.candor.notification.clearance.decision.Verdict;

/**
 * Says what is next in a run. Before everything else stand the hold and the clearance, so that they stop a run half-way.
 *
 * <p>Order: a batch that was leaving at a crash, the hold, a letter that lacks something, the clearance, letters that were begun, new letters, the full or
 * last batch, e-mails, the end. Call inside a transaction.
 */
@ApplicationScoped
class RunPlans {

    private static final int LETTERS_A_STEP = 250;
    private static final int EMAILS_A_STEP = 20;

    /** A duty asks for an element that the approved letter does not hold: a newer version has to be approved. */
    private static final Verdict.Wait LACKING = new Verdict.Wait(Verdict.Cause.LETTER_LACKS_ELEMENTS, Optional.empty());

    private final RunStore runs;
    private final BatchRows batches;
    private final EmailRows emails;
    private final CampaignDesk desk;
    private final LetterCheck letterCheck;
    private final Scenes scenes;
    private final RunEnd end;
    private final SendingConfig config;
    private final Clock clock;

    RunPlans(
            RunStore runs,
            BatchRows batches,
            EmailRows emails,
            CampaignDesk desk,
            LetterCheck letterCheck,
            Scenes scenes,
            RunEnd end,
            SendingConfig config,
            Clock clock) {
        this.runs = runs;
        this.batches = batches;
        this.emails = emails;
        this.desk = desk;
        this.letterCheck = letterCheck;
        this.scenes = scenes;
        this.end = end;
        this.config = config;
        this.clock = clock;
    }

    Uni<Plan> next(Lease lease) {
        return desk.locked(lease.incidentId())
                .map(Optional::orElseThrow)
                .chain(campaign -> batches.open(lease.incidentId()).chain(batch -> next(lease, campaign, batch)));
    }

    private Uni<Plan> next(Lease lease, CampaignRow campaign, Optional<BatchRows.Batch> batch) {
        LocalDate today = desk.today(campaign);
        if (batch.filter(BatchRows.Batch::leaving).isPresent()) {
            return scenes.of(campaign, today)
                    .chain(scene -> batches.letters(batch.get().id())
                            .chain(letters -> Plan.of(new Work.FindOut(scene, batch.get(), letters))));
        }
        Optional<LocalDate> held = campaign.campaign().duties().heldUntil(today, Duty::byLetter);
        return held.isPresent()
                ? stop(lease, campaign, batch, new Verdict.Wait(Verdict.Cause.NOTICE_HELD, held))
                : letterCheck
                        .gaps(lease.incidentId())
                        .chain(gaps -> gaps.isEmpty()
                                ? newest(lease, campaign, batch, today)
                                : stop(lease, campaign, batch, LACKING));
    }

    /** A version that was approved while the batch was open may hold what the earlier one lacks: it is begun anew. */
    private Uni<Plan> newest(Lease lease, CampaignRow campaign, Optional<BatchRows.Batch> batch, LocalDate today) {
        return batch.map(open -> batches.hasEarlierText(open.id()))
                .orElseGet(() -> Uni.createFrom().item(false))
                .chain(earlier -> earlier
                        ? Plan.of(new Work.Discard(batch.orElseThrow()))
                        : cleared(lease, campaign, batch, today));
    }

    /** Nothing more leaves, and what was prepared and has not left is undone. */
    private Uni<Plan> stop(Lease lease, CampaignRow campaign, Optional<BatchRows.Batch> batch, Verdict.Wait wait) {
        if (batch.isPresent()) {
            return Plan.of(new Work.Discard(batch.get()));
        }
        return end.tell(lease, campaign)
                .chain(() -> runs.waits(lease.runId(), wait, clock.instant().plus(config.askAgain())))
                .replaceWith(Plan.none(Plan.Progress.PAUSE));
    }

    private Uni<Plan> cleared(Lease lease, CampaignRow campaign, Optional<BatchRows.Batch> batch, LocalDate today) {
        return runs.cleared(lease.runId())
                .chain(cleared -> cleared
                        ? scenes.of(campaign, today).chain(scene -> letters(lease, campaign, scene, batch))
                        : Plan.of(new Work.Ask(kinds(campaign), today)));
    }

    private static Set<ObligationKind> kinds(CampaignRow campaign) {
        return campaign.campaign().duties().list().stream()
                .filter(Duty::byLetter)
                .map(Duty::kind)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Uni<Plan> letters(Lease lease, CampaignRow campaign, Scene scene, Optional<BatchRows.Batch> batch) {
        return batch.isPresent()
                ? batches.unwritten(batch.get().id(), LETTERS_A_STEP)
                        .chain(jobs -> jobs.isEmpty()
                                ? fill(lease, campaign, scene, batch)
                                : Plan.of(new Work.Letters(scene, batch.get(), jobs)))
                : fill(lease, campaign, scene, batch);
    }

    private Uni<Plan> fill(Lease lease, CampaignRow campaign, Scene scene, Optional<BatchRows.Batch> batch) {
        int room = config.batchSize() - batch.map(BatchRows.Batch::letters).orElse(0);
        return room <= 0
                ? handOver(scene, batch.orElseThrow())
                : runs.people(lease.incidentId(), NoticeMethod.FIRST_CLASS_MAIL, Math.min(room, LETTERS_A_STEP))
                        .chain(people -> people.isEmpty()
                                ? afterLetters(lease, campaign, scene, batch)
                                : begin(lease, scene, batch, people));
    }

    private Uni<Plan> begin(Lease lease, Scene scene, Optional<BatchRows.Batch> batch, List<RunStore.Pending> people) {
        Uni<BatchRows.Batch> into = batch.map(one -> Uni.createFrom().item(one)).orElseGet(() -> batches.begin(lease));
        return into.chain(one -> batches.add(
                        lease,
                        one.id(),
                        notices(scene, people),
                        scene.campaign().today())
                .chain(() -> batches.unwritten(one.id(), LETTERS_A_STEP))
                .chain(jobs -> Plan.of(new Work.Letters(scene, one, jobs))));
    }

    private Uni<Plan> afterLetters(Lease lease, CampaignRow campaign, Scene scene, Optional<BatchRows.Batch> batch) {
        if (batch.isPresent()) {
            return handOver(scene, batch.get());
        }
        return runs.people(lease.incidentId(), NoticeMethod.EMAIL, EMAILS_A_STEP)
                .chain(people -> people.isEmpty()
                        ? Uni.createFrom().item(0)
                        : emails.add(
                                lease, notices(scene, people), scene.campaign().today()))
                .chain(() -> emails.due(lease.runId(), EMAILS_A_STEP))
                .chain(jobs -> jobs.isEmpty() ? waitOrFinish(lease, campaign) : Plan.of(new Work.Emails(scene, jobs)));
    }

    private Uni<Plan> handOver(Scene scene, BatchRows.Batch batch) {
        return batches.letters(batch.id())
                .chain(letters -> Plan.of(
                        letters.isEmpty() ? new Work.Discard(batch) : new Work.HandOver(scene, batch, letters)));
    }

    private Uni<Plan> waitOrFinish(Lease lease, CampaignRow campaign) {
        return emails.nextAt(lease.runId())
                .chain(next -> next.isPresent()
                        ? runs.lease(lease.runId(), next.get()).replaceWith(Plan.none(Plan.Progress.PAUSE))
                        : end.finish(lease, campaign).replaceWith(Plan.none(Plan.Progress.END)));
    }

    private static NewNotices notices(Scene scene, List<RunStore.Pending> people) {
        return new NewNotices(people.stream()
                .map(person -> new NewNotices.Person(person.id(), scene.textFor(person.language())))
                .toList());
    }
}
