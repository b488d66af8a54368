package org.candor.notification.media;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.candor.events.NoticeEvent.MediaNotified;
import org.candor.events.ObligationKind;
import org.candor.events.Topic;
import org.candor.kit.data.Sql;
import org.candor.kit.data.Transactions;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.candor.kit.outbox.EventJson;
import org.candor.kit.outbox.Outbox;
import org.candor.kit.time.Ids;
import org.candor.kit.web.Idempotency;
import org.candor.notification.NotificationProblem;
import org.candor.notification.campaign.CampaignDesk;
import org.candor.notification.campaign.CampaignRow;
import org.candor.notification.campaign.decision.Command;
import org.candor.notification.directory.Directory;
import org.candor.notification.mail.AfterSending;
import org.candor.notification.mail.Attachments;
import org.candor.notification.mail.OutgoingMails;
import org.candor.notification.text.NoticeTextRow;
import org.candor.notification.text.NoticeTexts;
import org.candor.notification.text.Template;

/** Sends the release to the outlets of a jurisdiction; the jurisdiction is told when each mail was accepted. */
@ApplicationScoped
class MediaNotices implements AfterSending, Attachments {

    private record Outlets(List<MediaRequest.Outlet> outlets) {}

    private static final String FIND = """
            select m.id, m.jurisdiction, m.state, m.notified_on, m.outlets, encode(t.generic_sha256, 'hex') as release
              from media_notice m join notice_text t on t.id = m.text_id
             where m.incident_id = ?1
            """;

    private static final String ADD = """
            insert into media_notice (id, incident_id, jurisdiction, text_id, outlets, outlet_count, state, recorded_at, recorded_by,
                                      spanish_id)
            select cast(?1 as uuid), cast(?2 as uuid), ?3, cast(?4 as uuid), ?5, cast(?6 as int), 'SENDING', cast(?7 as timestamptz), ?8,
                   nullif(cast(?9 as uuid), '00000000-0000-0000-0000-000000000000')
            on conflict do nothing
            """;

    /** As they were when the notice was begun. */
    private static final String RELEASES = """
            select t.language, t.generic_copy from media_notice m join notice_text t on t.id in (m.text_id, m.spanish_id)
             where m.id = ?1 order by t.language
            """;

    private static final UUID NO_TEXT = new UUID(0, 0);

    private static final String DELIVERIES = """
            select o.purpose_id, o.recipient, o.state, o.sent_at from outgoing_mail o
             where o.purpose = 'MEDIA' and o.purpose_id in (select id from media_notice where incident_id = ?1)
             order by o.recipient
            """;

    private final CampaignDesk desk;
    private final MediaOutlets outlets;
    private final NoticeTexts texts;
    private final Directory directory;
    private final OutgoingMails mails;
    private final Outbox outbox;
    private final Idempotency idempotency;
    private final Caller caller;
    private final Clock clock;
    private final Ids ids;

    MediaNotices(
            CampaignDesk desk,
            MediaOutlets outlets,
            NoticeTexts texts,
            Directory directory,
            OutgoingMails mails,
            Outbox outbox,
            Idempotency idempotency,
            Caller caller,
            Clock clock,
            Ids ids) {
        this.desk = desk;
        this.outlets = outlets;
        this.texts = texts;
        this.directory = directory;
        this.mails = mails;
        this.outbox = outbox;
        this.idempotency = idempotency;
        this.caller = caller;
        this.clock = clock;
        this.ids = ids;
    }

    Uni<MediaView> send(UUID incidentId, MediaRequest request, String retryKey) {
        return Transactions.run(() -> desk.toChange(incidentId)
                .chain(campaign -> idempotency.once(
                        "send-media-" + incidentId,
                        retryKey,
                        request,
                        MediaView.class,
                        () -> send(campaign, request))));
    }

    Uni<List<MediaView>> all(UUID incidentId) {
        return Transactions.run(() -> desk.read(incidentId, "list-media-notices")
                .chain(() -> Sql.rows(Object[].class, FIND + " order by m.jurisdiction", incidentId))
                .chain(rows -> Sql.rows(Object[].class, DELIVERIES, incidentId)
                        .map(mails -> rows.stream().map(row -> view(row, mails)).toList())));
    }

    @Override
    public String purpose() {
        return "MEDIA";
    }

    @Override
    public Uni<Void> settled(UUID noticeId) {
        return Sql.rows(
                        Object[].class,
                        "select incident_id, jurisdiction, outlet_count, recorded_by from media_notice m where id = ?1"
                                + " and state = 'SENDING' and not exists (select 1 from outgoing_mail o where"
                                + " o.purpose = 'MEDIA' and o.purpose_id = m.id and o.state = 'WAITING')"
                                // Told means that at least one outlet was reached, by mail or in another way.
                                + " and (select count(*) from outgoing_mail o where o.purpose = 'MEDIA' and"
                                + " o.purpose_id = m.id and o.state = 'REFUSED') < m.outlet_count",
                        noticeId)
                .chain(rows -> rows.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : notified(noticeId, (UUID) rows.getFirst()[0], rows.getFirst()));
    }

    @Override
    public Uni<List<File>> of(UUID noticeId) {
        return Transactions.read(() -> Sql.rows(Object[].class, RELEASES, noticeId)
                .map(rows -> rows.stream()
                        .map(row -> new File("media-release-" + row[0] + ".pdf", (byte[]) row[1]))
                        .toList()));
    }

    private Uni<MediaView> send(CampaignRow campaign, MediaRequest request) {
        UUID incidentId = campaign.incidentId();
        desk.check(campaign, command(request.jurisdiction(), desk.today(campaign)));
        return texts.approved(incidentId, Template.RELEASE, "en")
                .map(found -> found.orElseThrow(() -> new Problem(NotificationProblem.TEXT_NOT_APPROVED)
                        .field("/texts", Template.RELEASE.id() + " en")))
                .chain(english -> texts.approved(incidentId, Template.RELEASE, "es")
                        .chain(spanish -> outlets.known(campaign.entityId(), request)
                                .chain(outlets -> add(
                                        campaign,
                                        new MediaRequest(request.jurisdiction(), outlets),
                                        english,
                                        spanish))))
                .chain(id -> settled(id).chain(() -> Sql.rows(Object[].class, FIND + " and m.id = ?2", incidentId, id)))
                .map(rows -> view(rows.getFirst(), null));
    }

    private Uni<UUID> add(
            CampaignRow campaign, MediaRequest request, NoticeTextRow english, Optional<NoticeTextRow> spanish) {
        UUID id = ids.next();
        return Sql.update(
                        ADD,
                        id,
                        campaign.incidentId(),
                        request.jurisdiction(),
                        english.id(),
                        EventJson.write(new Outlets(request.outlets())),
                        request.outlets().size(),
                        clock.instant(),
                        caller.subject(),
                        spanish.map(NoticeTextRow::id).orElse(NO_TEXT))
                .invoke(added -> {
                    if (added == 0) {
                        throw new Problem(NotificationProblem.ALREADY_DONE);
                    }
                })
                .chain(() -> directory.entity(campaign.entityId()))
                .map(Optional::orElseThrow)
                .map(paper -> new ReleaseMail(paper.sender(), english, spanish, campaign.drill(), desk.today(campaign)))
                .chain(mail -> mail(campaign, id, request, mail))
                .replaceWith(id);
    }

    private Uni<Integer> mail(CampaignRow campaign, UUID id, MediaRequest request, ReleaseMail mail) {
        return Multi.createFrom()
                .iterable(request.outlets())
                .filter(outlet -> outlet.email() != null && !outlet.email().isBlank())
                .onItem()
                .transformToUniAndConcatenate(outlet -> mails.media(
                        campaign.incidentId(),
                        id,
                        outlet.email(),
                        mail.subject(),
                        mail.body(),
                        mail.english().id(),
                        campaign.drill()))
                .collect()
                .last();
    }

    private Uni<Void> notified(UUID noticeId, UUID incidentId, Object[] row) {
        String jurisdiction = (String) row[1];
        String actor = (String) row[3];
        return desk.locked(incidentId).map(Optional::orElseThrow).chain(campaign -> {
            LocalDate today = desk.today(campaign);
            MediaNotified fact = new MediaNotified(incidentId, jurisdiction, today, ((Number) row[2]).intValue());
            return Sql.update(
                            "update media_notice set state = 'NOTIFIED', notified_on = ?2 where id = ?1",
                            noticeId,
                            today)
                    .chain(() -> desk.applyIfPossible(campaign, command(jurisdiction, today), actor))
                    .chain(() -> outbox.publish(Topic.NOTICE, fact, campaign.origin(actor)));
        });
    }

    private static Command.Fulfil command(String jurisdiction, LocalDate on) {
        return new Command.Fulfil(Set.of(ObligationKind.MEDIA_NOTICE), Optional.of(jurisdiction), Optional.empty(), on);
    }

    private static MediaView view(Object[] row, List<Object[]> mails) {
        return new MediaView(
                (UUID) row[0],
                (String) row[1],
                (String) row[2],
                (LocalDate) row[3],
                EventJson.read((String) row[4], Outlets.class).outlets(),
                (String) row[5],
                mails == null
                        ? null
                        : mails.stream()
                                .filter(mail -> mail[0].equals(row[0]))
                                .map(mail ->
                                        new MediaView.Delivery((String) mail[1], (String) mail[2], instant(mail[3])))
                                .toList());
    }

    private static Instant instant(Object value) {
        return value instanceof OffsetDateTime time ? time.toInstant() : (Instant) value;
    }
}
