package org.candor.notification.media;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
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
import org.candor.notification.document.ReleaseLayout;
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

    private static final String FIND =
            "select id, jurisdiction, state, notified_on, outlets from media_notice where incident_id = ?1";

    private final CampaignDesk desk;
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
            NoticeTexts texts,
            Directory directory,
            OutgoingMails mails,
            Outbox outbox,
            Idempotency idempotency,
            Caller caller,
            Clock clock,
            Ids ids) {
        this.desk = desk;
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
        return Transactions.read(() -> desk.visible(incidentId)
                .chain(() -> Sql.rows(Object[].class, FIND + " order by jurisdiction", incidentId))
                .map(rows -> rows.stream().map(MediaNotices::view).toList()));
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
    public Uni<Optional<File>> of(UUID textId) {
        return Transactions.read(() -> texts.findById(textId))
                .map(text -> Optional.ofNullable(text).map(one -> new File("media-release.pdf", one.genericCopy())));
    }

    private Uni<MediaView> send(CampaignRow campaign, MediaRequest request) {
        UUID incidentId = campaign.incidentId();
        desk.check(campaign, command(request.jurisdiction(), desk.today(campaign)));
        return texts.approved(incidentId, Template.RELEASE, "en")
                .map(found -> found.orElseThrow(() -> new Problem(NotificationProblem.TEXT_NOT_APPROVED)
                        .field("/texts", Template.RELEASE.id() + " en")))
                .chain(text -> add(campaign, request, text))
                .chain(id -> settled(id).chain(() -> Sql.rows(Object[].class, FIND + " and id = ?2", incidentId, id)))
                .map(rows -> view(rows.getFirst()));
    }

    private Uni<UUID> add(CampaignRow campaign, MediaRequest request, NoticeTextRow text) {
        UUID id = ids.next();
        return Sql.update(
                        "insert into media_notice (id, incident_id, jurisdiction, text_id, outlets, outlet_count, state,"
                                + " recorded_at, recorded_by) values (?1, ?2, ?3, ?4, ?5, ?6, 'SENDING', ?7, ?8)"
                                + " on conflict do nothing",
                        id,
                        campaign.incidentId(),
                        request.jurisdiction(),
                        text.id(),
                        EventJson.write(new Outlets(request.outlets())),
                        request.outlets().size(),
                        clock.instant(),
                        caller.subject())
                .invoke(added -> {
                    if (added == 0) {
                        throw new Problem(NotificationProblem.ALREADY_DONE);
                    }
                })
                .chain(() -> directory.entity(campaign.entityId()))
                .map(Optional::orElseThrow)
                .chain(paper -> Multi.createFrom()
                        .iterable(request.outlets())
                        .filter(outlet ->
                                outlet.email() != null && !outlet.email().isBlank())
                        .onItem()
                        .transformToUniAndConcatenate(outlet -> mails.media(
                                campaign.incidentId(),
                                id,
                                outlet.email(),
                                (campaign.drill() ? "DRILL – " : "")
                                        + text.words().releaseTitle() + " – "
                                        + paper.sender().name(),
                                ReleaseLayout.plain(
                                        paper.sender(),
                                        text.content(),
                                        text.words(),
                                        campaign.drill(),
                                        desk.today(campaign)),
                                text.id(),
                                campaign.drill()))
                        .collect()
                        .last())
                .replaceWith(id);
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

    private static MediaView view(Object[] row) {
        return new MediaView(
                (UUID) row[0],
                (String) row[1],
                (String) row[2],
                (LocalDate) row[3],
                EventJson.read((String) row[4], Outlets.class).outlets());
    }
}
