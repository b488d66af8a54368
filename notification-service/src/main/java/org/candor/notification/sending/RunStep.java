package org.candor.notification.sending;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.candor.events.NoticeEvent.NoticesSent;
import org.candor.events.NoticeMethod;
import org.candor.events.Topic;
import org.candor.kit.data.Transactions;
import org.candor.kit.outbox.Outbox;
import org.candor.notification.campaign.CampaignDesk;
import org.candor.notification.campaign.CampaignRow;
import org.candor.notification.campaign.decision.Command;
import org.candor.notification.campaign.decision.Duty;
import org.candor.notification.directory.Directory;
import org.candor.notification.text.NoticeTextRow;
import org.candor.notification.text.NoticeTexts;
import org.candor.notification.text.Template;

/**
 * One step of a run: a short transaction that says what is next, the work itself outside of any session, a short transaction
 * that records it. Before every step the hold is looked at, so that it stops a run half-way.
 *
 * <p>Order: letters that were begun, new letters, the full or last batch, e-mails, the end.
 */
@ApplicationScoped
class RunStep {

    enum Progress {
        MORE,
        PAUSE,
        END
    }

    /** What the planning transaction found. */
    private record Plan(Optional<Work> work, Progress otherwise) {

        static Uni<Plan> of(Work work) {
            return Uni.createFrom().item(new Plan(Optional.of(work), Progress.MORE));
        }

        static Plan none(Progress progress) {
            return new Plan(Optional.empty(), progress);
        }
    }

    /** Everything that the work outside needs. */
    record Scene(CampaignFacts campaign, Map<UUID, NoticeTextRow> texts) {}

    record CampaignFacts(
            UUID incidentId,
            String entityId,
            boolean drill,
            LocalDate today,
            org.candor.notification.document.Sender sender) {}

    /** Work to be done outside of a session. */
    sealed interface Work {
        record Letters(Scene scene, RunStore.Batch batch, List<RunStore.Job> jobs) implements Work {}

        record HandOver(Scene scene, RunStore.Batch batch, List<PostalFolder.Letter> letters) implements Work {}

        record Emails(Scene scene, List<RunStore.Job> jobs) implements Work {}

        record Discard(RunStore.Batch batch) implements Work {}
    }

    private static final int LETTERS_A_STEP = 100;
    private static final int EMAILS_A_STEP = 20;

    private final RunStore store;
    private final CampaignDesk desk;
    private final NoticeTexts texts;
    private final Directory directory;
    private final LetterPost letterPost;
    private final EmailPost emailPost;
    private final SendingConfig config;
    private final Outbox outbox;

    RunStep(
            RunStore store,
            CampaignDesk desk,
            NoticeTexts texts,
            Directory directory,
            LetterPost letterPost,
            EmailPost emailPost,
            SendingConfig config,
            Outbox outbox) {
        this.store = store;
        this.desk = desk;
        this.texts = texts;
        this.directory = directory;
        this.letterPost = letterPost;
        this.emailPost = emailPost;
        this.config = config;
        this.outbox = outbox;
    }

    Uni<Progress> next(Lease lease, Instant leaseEnd) {
        return Transactions.run(() -> store.lease(lease.runId(), leaseEnd)
                        .chain(held ->
                                held == 1 ? plan(lease) : Uni.createFrom().item(Plan.none(Progress.END))))
                .chain(plan -> plan.work()
                        .map(work -> perform(lease, work).replaceWith(plan.otherwise()))
                        .orElseGet(() -> Uni.createFrom().item(plan.otherwise())));
    }

    private Uni<Void> perform(Lease lease, Work work) {
        return switch (work) {
            case Work.Letters letters -> letterPost.write(letters);
            case Work.HandOver handOver -> letterPost.handOver(handOver);
            case Work.Emails emails -> emailPost.send(lease, emails);
            case Work.Discard discard -> letterPost.discard(discard);
        };
    }

    private Uni<Plan> plan(Lease lease) {
        return desk.locked(lease.incidentId()).map(Optional::orElseThrow).chain(campaign -> {
            LocalDate today = desk.today(campaign);
            return campaign.campaign().duties().heldUntil(today, Duty::byLetter).isPresent()
                    ? stop(lease, campaign)
                    : scene(campaign, today).chain(scene -> plan(lease, campaign, scene));
        });
    }

    private Uni<Scene> scene(CampaignRow campaign, LocalDate today) {
        UUID incidentId = campaign.incidentId();
        return directory
                .entity(campaign.entityId())
                .map(Optional::orElseThrow)
                .chain(paper -> texts.list(
                                "incidentId = ?1 and template = ?2 and state = 'APPROVED' order by number",
                                incidentId,
                                Template.LETTER.id())
                        .map(approved -> {
                            Map<UUID, NoticeTextRow> byId = new java.util.LinkedHashMap<>();
                            approved.forEach(text -> byId.put(text.id(), text));
                            return new Scene(
                                    new CampaignFacts(
                                            incidentId, campaign.entityId(), campaign.drill(), today, paper.sender()),
                                    byId);
                        }));
    }

    private Uni<Plan> plan(Lease lease, CampaignRow campaign, Scene scene) {
        return store.openBatch(lease.incidentId())
                .chain(batch -> batch.isPresent()
                        ? store.unwrittenLetters(batch.get().id(), LETTERS_A_STEP)
                                .chain(jobs -> jobs.isEmpty()
                                        ? continueBatch(lease, campaign, scene, batch)
                                        : Plan.of(new Work.Letters(scene, batch.get(), jobs)))
                        : continueBatch(lease, campaign, scene, batch));
    }

    private Uni<Plan> continueBatch(Lease lease, CampaignRow campaign, Scene scene, Optional<RunStore.Batch> batch) {
        int room = config.batchSize() - batch.map(RunStore.Batch::letters).orElse(0);
        return room <= 0
                ? handOver(scene, batch.orElseThrow())
                : store.people(lease.incidentId(), NoticeMethod.FIRST_CLASS_MAIL, Math.min(room, LETTERS_A_STEP))
                        .chain(people -> people.isEmpty()
                                ? afterLetters(lease, campaign, scene, batch)
                                : begin(lease, scene, batch, people));
    }

    private Uni<Plan> begin(Lease lease, Scene scene, Optional<RunStore.Batch> batch, List<Object[]> people) {
        Uni<RunStore.Batch> into = batch.map(one -> Uni.createFrom().item(one)).orElseGet(() -> store.newBatch(lease));
        return into.chain(one -> store.addLetters(
                        lease,
                        one.id(),
                        assigned(scene, people),
                        scene.campaign().today())
                .chain(() -> store.unwrittenLetters(one.id(), LETTERS_A_STEP))
                .chain(jobs -> Plan.of(new Work.Letters(scene, one, jobs))));
    }

    private Uni<Plan> afterLetters(Lease lease, CampaignRow campaign, Scene scene, Optional<RunStore.Batch> batch) {
        if (batch.isPresent()) {
            return handOver(scene, batch.get());
        }
        return store.people(lease.incidentId(), NoticeMethod.EMAIL, EMAILS_A_STEP)
                .chain(people -> people.isEmpty()
                        ? Uni.createFrom().item(0)
                        : store.addEmails(
                                lease, assigned(scene, people), scene.campaign().today()))
                .chain(() -> store.dueEmails(lease.runId(), EMAILS_A_STEP))
                .chain(jobs -> jobs.isEmpty() ? waitOrFinish(lease, campaign) : Plan.of(new Work.Emails(scene, jobs)));
    }

    private Uni<Plan> handOver(Scene scene, RunStore.Batch batch) {
        return store.lettersOf(batch.id()).chain(letters -> Plan.of(new Work.HandOver(scene, batch, letters)));
    }

    private Uni<Plan> waitOrFinish(Lease lease, CampaignRow campaign) {
        return store.nextEmailAt(lease.runId())
                .chain(next -> next.isPresent()
                        ? store.lease(lease.runId(), next.get()).replaceWith(Plan.none(Progress.PAUSE))
                        : finish(lease, campaign, "COMPLETED", "").replaceWith(Plan.none(Progress.END)));
    }

    /** A hold: nothing more leaves, and what was prepared and has not left is undone. */
    private Uni<Plan> stop(Lease lease, CampaignRow campaign) {
        return store.openBatch(lease.incidentId())
                .chain(batch -> batch.isPresent()
                        ? Plan.of(new Work.Discard(batch.get()))
                        : finish(lease, campaign, "STOPPED", "NOTICE_HELD").replaceWith(Plan.none(Progress.END)));
    }

    private Uni<Void> finish(Lease lease, CampaignRow campaign, String state, String reason) {
        return store.end(lease.runId(), state, reason)
                .chain(() -> store.totals(lease.runId()))
                .chain(totals -> publish(lease, campaign, totals))
                .chain(() -> desk.pending(lease.incidentId()))
                .chain(pending -> desk.applyIfPossible(campaign, new Command.FinishRun(pending), lease.startedBy()))
                .replaceWithVoid();
    }

    private Uni<Void> publish(Lease lease, CampaignRow campaign, List<RunStore.Totals> totals) {
        if (totals.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Map<NoticeMethod, Long> counts = new EnumMap<>(NoticeMethod.class);
        totals.forEach(total -> counts.put(total.method(), total.count()));
        LocalDate first = totals.stream()
                .map(RunStore.Totals::first)
                .min(LocalDate::compareTo)
                .orElseThrow();
        LocalDate last = totals.stream()
                .map(RunStore.Totals::last)
                .max(LocalDate::compareTo)
                .orElseThrow();
        return outbox.publish(
                Topic.NOTICE,
                new NoticesSent(lease.incidentId(), counts, first, last),
                campaign.origin(lease.startedBy()));
    }

    /** Each person's language where its letter is approved, else English. */
    private static List<RunStore.Person> assigned(Scene scene, List<Object[]> people) {
        return people.stream()
                .map(row -> new RunStore.Person((UUID) row[0], textFor(scene, (String) row[1])))
                .toList();
    }

    private static UUID textFor(Scene scene, String language) {
        return newest(scene, language)
                .or(() -> newest(scene, "en"))
                .map(NoticeTextRow::id)
                .orElseThrow();
    }

    private static Optional<NoticeTextRow> newest(Scene scene, String language) {
        return scene.texts().values().stream()
                .filter(text -> text.language().equals(language))
                .reduce((earlier, later) -> later);
    }
}
