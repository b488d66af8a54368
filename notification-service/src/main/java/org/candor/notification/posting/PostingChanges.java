package org.candor.notification.posting;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.candor.events.NoticeEvent;
import org.candor.events.NoticeEvent.PostingEnded;
import org.candor.events.NoticeEvent.PostingResumed;
import org.candor.events.NoticeEvent.PostingSuspended;
import org.candor.events.Topic;
import org.candor.kit.errors.Problem;
import org.candor.kit.outbox.Outbox;
import org.candor.notification.NotificationProblem;
import org.candor.notification.campaign.CampaignDesk;
import org.candor.notification.campaign.CampaignRow;
import org.candor.notification.posting.decision.Posting;
import org.candor.notification.posting.decision.Standing;
import org.candor.notification.posting.decision.Standing.Command;
import org.candor.notification.posting.decision.Standing.Outcome;

/** Carries out what the decision core says of a posting. Call inside a transaction that has locked the campaign. */
@ApplicationScoped
class PostingChanges {

    private final PostingStore store;
    private final TollFreeLines lines;
    private final StandingDeadlines deadlines;
    private final CampaignDesk desk;
    private final Outbox outbox;

    PostingChanges(
            PostingStore store, TollFreeLines lines, StandingDeadlines deadlines, CampaignDesk desk, Outbox outbox) {
        this.store = store;
        this.lines = lines;
        this.deadlines = deadlines;
        this.desk = desk;
        this.outbox = outbox;
    }

    /** Decides and stores; a refusal becomes a problem for the caller. */
    Uni<PostingRecord> apply(CampaignRow campaign, PostingRecord record, Command command, String actor) {
        return switch (Standing.decide(record.posting(), command, desk.today(campaign))) {
            case Outcome.Accepted accepted -> take(campaign, record, accepted.next(), actor);
            case Outcome.MustStand must ->
                throw new Problem(NotificationProblem.POSTING_MUST_STAND)
                        .field("keepThrough", must.keepThrough().toString());
            case Outcome.DaysAreOwed owed ->
                throw new Problem(NotificationProblem.NOTICE_HELD)
                        .field("heldUntil", owed.heldUntil().toString());
            case Outcome.EndedAlready ended -> throw new Problem(NotificationProblem.ALREADY_DONE);
        };
    }

    /** The ninetieth day has passed; the page stays up until an officer ends it. */
    Uni<Void> daysAreFull(CampaignRow campaign, PostingRecord record, LocalDate last, String actor) {
        return store.put(record, true).chain(() -> deadlines.met(campaign, record.standsDeadline(), last, 0, actor));
    }

    private Uni<PostingRecord> take(CampaignRow campaign, PostingRecord record, Posting next, String actor) {
        if (next.equals(record.posting())) {
            return Uni.createFrom().item(record);
        }
        PostingRecord changed = record.with(next);
        boolean met = record.standsMet() || next instanceof Posting.Ended;
        return store.put(changed, met)
                .chain(() -> tell(campaign, record, next, actor))
                .replaceWith(changed);
    }

    private Uni<Void> tell(CampaignRow campaign, PostingRecord before, Posting next, String actor) {
        LocalDate today = desk.today(campaign);
        return switch (next) {
            case Posting.Up up ->
                publish(
                                campaign,
                                new PostingResumed(campaign.incidentId(), before.slug(), today, up.keepThrough()),
                                actor)
                        .chain(() -> deadlines.stands(campaign, before.standsDeadline(), up.keepThrough(), actor))
                        .chain(() -> lines.standThrough(campaign, up.keepThrough(), actor));
            case Posting.Down down ->
                before.posting() instanceof Posting.Down
                        ? Uni.createFrom().voidItem()
                        : publish(campaign, new PostingSuspended(campaign.incidentId(), before.slug(), today), actor)
                                .chain(() -> deadlines.cancelled(
                                        campaign, before.standsDeadline(), "Held; its days do not count", actor))
                                .chain(() -> lines.pause(campaign, actor));
            case Posting.Ended ended ->
                publish(campaign, new PostingEnded(campaign.incidentId(), before.slug(), today), actor)
                        .chain(() -> before.standsMet()
                                ? Uni.createFrom().voidItem()
                                : deadlines.met(campaign, before.standsDeadline(), today.minusDays(1), 0, actor))
                        .chain(() -> lines.release(campaign, actor));
        };
    }

    private Uni<Void> publish(CampaignRow campaign, NoticeEvent fact, String actor) {
        return outbox.publish(Topic.NOTICE, fact, campaign.origin(actor));
    }
}
