package org.candor.notification.posting;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.candor.events.NoticeEvent.PostingPublished;
import org.candor.events.ObligationKind;
import org.candor.events.Topic;
import org.candor.kit.data.Sql;
import org.candor.kit.data.Transactions;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.candor.kit.outbox.Outbox;
import org.candor.kit.web.Idempotency;
import org.candor.notification.NotificationProblem;
import org.candor.notification.campaign.CampaignDesk;
import org.candor.notification.campaign.CampaignRow;
import org.candor.notification.campaign.decision.Command;
import org.candor.notification.directory.Directory;
import org.candor.notification.document.PostingLayout;
import org.candor.notification.document.Words;
import org.candor.notification.text.NoticeTextRow;
import org.candor.notification.text.NoticeTexts;
import org.candor.notification.text.Template;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Publishes substitute notices and shows them to everybody. */
@ApplicationScoped
class Postings {

    /** 45 CFR 164.404(d)(2)(ii): the posting and the toll-free number stand for at least 90 days. */
    private static final int DAYS_UP = 90;

    private static final String SLUG_LETTERS = "23456789abcdefghjkmnpqrstuvwxyz";
    private static final int SLUG_LENGTH = 8;

    private static final String ADD = """
            insert into posting (slug, incident_id, english_id, spanish_id, toll_free, started_on, keep_through, published_at,
                                 published_by)
            select ?1, cast(?2 as uuid), cast(?3 as uuid), nullif(cast(?4 as uuid), cast(?3 as uuid)), ?5,
                   cast(?6 as date), cast(?7 as date), cast(?8 as timestamptz), ?9
            """;

    private final CampaignDesk desk;
    private final NoticeTexts texts;
    private final Directory directory;
    private final Outbox outbox;
    private final Idempotency idempotency;
    private final Caller caller;
    private final Clock clock;
    private final String publicUrl;
    private final SecureRandom random = new SecureRandom();

    private record Shown(String entityId, NoticeTextRow text, LocalDate startedOn, boolean bothLanguages) {}

    Postings(
            CampaignDesk desk,
            NoticeTexts texts,
            Directory directory,
            Outbox outbox,
            Idempotency idempotency,
            Caller caller,
            Clock clock,
            @ConfigProperty(name = "candor.public-url") String publicUrl) {
        this.desk = desk;
        this.texts = texts;
        this.directory = directory;
        this.outbox = outbox;
        this.idempotency = idempotency;
        this.caller = caller;
        this.clock = clock;
        this.publicUrl = publicUrl;
    }

    Uni<PostingView> publish(UUID incidentId, String retryKey) {
        return Transactions.run(() -> desk.toChange(incidentId)
                .chain(campaign -> idempotency.once(
                        "publish-posting", retryKey, incidentId, PostingView.class, () -> publish(campaign))));
    }

    Uni<PostingView> get(UUID incidentId) {
        return Transactions.read(() -> desk.visible(incidentId)
                .chain(() -> find("incident_id = ?1", incidentId))
                .map(found -> found.map(this::view).orElseThrow(Problem::notFound)));
    }

    /** The page, or empty. Drills are shown to nobody outside. Call without a session. */
    Uni<Optional<String>> page(String slug, String language) {
        return Transactions.read(() -> find("slug = ?1", slug)
                .chain(found ->
                        found.isEmpty() ? Uni.createFrom().item(Optional.empty()) : page(found.get(), language)));
    }

    private Uni<Optional<String>> page(Object[] posting, String language) {
        UUID incidentId = (UUID) posting[1];
        boolean both = posting[3] != null;
        UUID textId = (UUID) (language.equals("es") && both ? posting[3] : posting[2]);
        return Sql.rows(Object[].class, "select entity_id, drill from campaign where incident_id = ?1", incidentId)
                .map(List::getFirst)
                .chain(campaign -> (Boolean) campaign[1]
                        ? Uni.createFrom().item(Optional.<String>empty())
                        : texts.findById(textId)
                                .chain(text ->
                                        html(new Shown((String) campaign[0], text, (LocalDate) posting[5], both))));
    }

    private Uni<Optional<String>> html(Shown shown) {
        Words words = shown.text().words();
        return directory
                .entity(shown.entityId())
                .map(Optional::orElseThrow)
                .map(paper -> Optional.of(PostingLayout.html(
                        paper.sender(),
                        shown.text().content(),
                        words,
                        false,
                        shown.startedOn(),
                        shown.bothLanguages())));
    }

    private Uni<PostingView> publish(CampaignRow campaign) {
        UUID incidentId = campaign.incidentId();
        LocalDate today = desk.today(campaign);
        Command.Fulfil fulfil =
                new Command.Fulfil(Set.of(ObligationKind.SUBSTITUTE_NOTICE), Optional.empty(), Optional.empty(), today);
        return desk.apply(campaign, fulfil, caller.subject())
                .chain(() -> texts.approved(incidentId, Template.POSTING, "en"))
                .map(found -> found.orElseThrow(() -> new Problem(NotificationProblem.TEXT_NOT_APPROVED)
                        .field("/texts", Template.POSTING.id() + " en")))
                .chain(english -> texts.approved(incidentId, Template.POSTING, "es")
                        .chain(spanish -> add(campaign, english, spanish.orElse(english), today)));
    }

    private Uni<PostingView> add(CampaignRow campaign, NoticeTextRow english, NoticeTextRow spanish, LocalDate today) {
        String slug = campaign.entityId() + "-" + randomPart();
        LocalDate keepThrough = today.plusDays(DAYS_UP);
        String tollFree = english.content().contact().tollFree();
        PostingPublished fact = new PostingPublished(campaign.incidentId(), slug, today, keepThrough);
        return Sql.update(
                        ADD,
                        slug,
                        campaign.incidentId(),
                        english.id(),
                        spanish.id(),
                        tollFree,
                        today,
                        keepThrough,
                        clock.instant(),
                        caller.subject())
                .chain(() -> outbox.publish(Topic.NOTICE, fact, campaign.origin(caller.subject())))
                .replaceWith(
                        () -> new PostingView(campaign.incidentId(), slug, url(slug), tollFree, today, keepThrough));
    }

    private static Uni<Optional<Object[]>> find(String condition, Object value) {
        return Sql.rows(
                        Object[].class,
                        "select slug, incident_id, english_id, spanish_id, toll_free, started_on, keep_through from posting"
                                + " where " + condition,
                        value)
                .map(rows -> rows.stream().findFirst());
    }

    private PostingView view(Object[] row) {
        return new PostingView(
                (UUID) row[1], (String) row[0], url((String) row[0]), (String) row[4], (LocalDate) row[5], (LocalDate)
                        row[6]);
    }

    private String url(String slug) {
        return publicUrl + "/notification/postings/" + slug;
    }

    private String randomPart() {
        StringBuilder part = new StringBuilder();
        for (int i = 0; i < SLUG_LENGTH; i++) {
            part.append(SLUG_LETTERS.charAt(random.nextInt(SLUG_LETTERS.length())));
        }
        return part.toString();
    }
}
