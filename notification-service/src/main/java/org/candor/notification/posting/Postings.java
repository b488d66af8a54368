package org.candor.notification.posting;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.candor.events.NoticeEvent.PostingPublished;
import org.candor.events.ObligationKind;
import org.candor.events.Topic;
import org.candor.kit.data.Transactions;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.candor.kit.outbox.Outbox;
import org.candor.kit.time.Ids;
import org.candor.kit.web.EntityTags;
import org.candor.kit.web.Idempotency;
import org.candor.notification.NotificationProblem;
import org.candor.notification.campaign.CampaignDesk;
import org.candor.notification.campaign.CampaignRow;
import org.candor.notification.campaign.decision.Command;
import org.candor.notification.posting.decision.Posting;
import org.candor.notification.posting.decision.Standing;
import org.candor.notification.text.NoticeTextRow;
import org.candor.notification.text.NoticeTexts;
import org.candor.notification.text.Template;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Publishes and ends substitute postings. */
@ApplicationScoped
class Postings {

    private static final String SLUG_LETTERS = "23456789abcdefghjkmnpqrstuvwxyz";
    private static final int SLUG_LENGTH = 8;

    /** The posting with the version that a change must name. */
    record Tagged(PostingView view, long version) {}

    private final CampaignDesk desk;
    private final PostingStore store;
    private final PostingChanges changes;
    private final TollFreeLines lines;
    private final StandingDeadlines deadlines;
    private final NoticeTexts texts;
    private final Outbox outbox;
    private final Idempotency idempotency;
    private final Caller caller;
    private final Clock clock;
    private final Ids ids;
    private final String publicUrl;
    private final SecureRandom random = new SecureRandom();

    Postings(
            CampaignDesk desk,
            PostingStore store,
            PostingChanges changes,
            TollFreeLines lines,
            StandingDeadlines deadlines,
            NoticeTexts texts,
            Outbox outbox,
            Idempotency idempotency,
            Caller caller,
            Clock clock,
            Ids ids,
            @ConfigProperty(name = "candor.public-url") String publicUrl) {
        this.desk = desk;
        this.store = store;
        this.changes = changes;
        this.lines = lines;
        this.deadlines = deadlines;
        this.texts = texts;
        this.outbox = outbox;
        this.idempotency = idempotency;
        this.caller = caller;
        this.clock = clock;
        this.ids = ids;
        this.publicUrl = publicUrl;
    }

    Uni<PostingView> publish(UUID incidentId, String retryKey) {
        return Transactions.run(() -> desk.toChange(incidentId)
                .chain(campaign -> idempotency.once(
                        "publish-posting", retryKey, incidentId, PostingView.class, () -> publish(campaign))));
    }

    Uni<Tagged> get(UUID incidentId) {
        return Transactions.run(() -> desk.read(incidentId, "read-posting")
                .chain(() -> store.of(incidentId))
                .map(found -> found.map(this::tagged).orElseThrow(Problem::notFound)));
    }

    /** Off the web, once its days are full. */
    Uni<Tagged> end(UUID incidentId, String ifMatch) {
        return Transactions.run(() -> desk.toChange(incidentId)
                .chain(campaign -> store.locked(incidentId)
                        .map(found -> found.orElseThrow(Problem::notFound))
                        .invoke(record -> EntityTags.check(ifMatch, record.version()))
                        .chain(record -> changes.apply(campaign, record, new Standing.Command.End(), caller.subject())))
                .chain(() -> store.of(incidentId))
                .map(found -> found.map(this::tagged).orElseThrow(Problem::notFound)));
    }

    private Uni<PostingView> publish(CampaignRow campaign) {
        UUID incidentId = campaign.incidentId();
        Command.Fulfil fulfil = new Command.Fulfil(
                Set.of(ObligationKind.SUBSTITUTE_NOTICE), Optional.empty(), Optional.empty(), desk.today(campaign));
        return desk.apply(campaign, fulfil, caller.subject())
                .chain(() -> texts.approved(incidentId, Template.POSTING, "en"))
                .map(found -> found.orElseThrow(() -> new Problem(NotificationProblem.TEXT_NOT_APPROVED)
                        .field("/texts", Template.POSTING.id() + " en")))
                .chain(english -> texts.approved(incidentId, Template.POSTING, "es")
                        .chain(spanish -> add(campaign, english, spanish)));
    }

    private Uni<PostingView> add(CampaignRow campaign, NoticeTextRow english, Optional<NoticeTextRow> spanish) {
        LocalDate today = desk.today(campaign);
        String actor = caller.subject();
        Posting.Up up = Posting.Up.first(today);
        PostingRecord record = new PostingRecord(
                campaign.entityId() + "-" + randomPart(),
                campaign.incidentId(),
                english.id(),
                spanish.map(NoticeTextRow::id).orElse(null),
                english.content().contact().tollFree(),
                today,
                up,
                ids.next(),
                false,
                1);
        return store.add(record, spanish.orElse(english).id(), clock.instant(), actor)
                .chain(() -> outbox.publish(
                        Topic.NOTICE,
                        new PostingPublished(campaign.incidentId(), record.slug(), today, up.keepThrough()),
                        campaign.origin(actor)))
                .chain(() -> deadlines.stands(campaign, record.standsDeadline(), up.keepThrough(), actor))
                .chain(() -> lines.open(campaign, record.tollFree(), today, up.keepThrough(), actor))
                .replaceWith(() -> tagged(record).view());
    }

    private Tagged tagged(PostingRecord record) {
        return new Tagged(
                PostingView.of(record, publicUrl + "/notification/postings/" + record.slug()), record.version());
    }

    private String randomPart() {
        StringBuilder part = new StringBuilder();
        for (int i = 0; i < SLUG_LENGTH; i++) {
            part.append(SLUG_LETTERS.charAt(random.nextInt(SLUG_LETTERS.length())));
        }
        return part.toString();
    }
}
