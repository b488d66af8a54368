package org.candor.notification.coveredentity;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.candor.events.ObligationKind;
import org.candor.kit.crypto.IncidentCipher;
import org.candor.kit.crypto.IncidentVault;
import org.candor.kit.data.Transactions;
import org.candor.kit.errors.CommonProblem;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.candor.kit.outbox.EventJson;
import org.candor.kit.web.Idempotency;
import org.candor.notification.Hashes;
import org.candor.notification.NotificationProblem;
import org.candor.notification.campaign.CampaignDesk;
import org.candor.notification.campaign.CampaignRow;

/** Freezes a notice as it was laid out, sealed; from then on it is on its way, or recorded as handed over. */
@ApplicationScoped
class NoticeSending {

    static final Set<ObligationKind> DUTY = Set.of(ObligationKind.BUSINESS_ASSOCIATE_NOTICE);

    private static final Set<String> UNDER_WAY = Set.of("SEALED", "LEAVING", "IN_FLIGHT");

    private final CampaignDesk desk;
    private final Drafts drafts;
    private final CoveredEntityDesk entities;
    private final Recipients recipients;
    private final NoticeRows notices;
    private final NoticeTold told;
    private final IncidentVault vault;
    private final Idempotency idempotency;
    private final Caller caller;

    NoticeSending(
            CampaignDesk desk,
            Drafts drafts,
            CoveredEntityDesk entities,
            Recipients recipients,
            NoticeRows notices,
            NoticeTold told,
            IncidentVault vault,
            Idempotency idempotency,
            Caller caller) {
        this.desk = desk;
        this.drafts = drafts;
        this.entities = entities;
        this.recipients = recipients;
        this.notices = notices;
        this.told = told;
        this.vault = vault;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    Uni<CoveredEntityView> send(UUID incidentId, UUID affectedId, NoticeRequest request, String retryKey) {
        return drafts.laid(incidentId, affectedId)
                .chain(laid -> Transactions.run(() -> desk.toChange(incidentId)
                        .chain(campaign -> idempotency.once(
                                "tell-covered-entity-" + affectedId,
                                retryKey,
                                request,
                                Sent.class,
                                () -> freeze(campaign, affectedId, request, laid)))
                        .chain(() -> entities.one(incidentId, affectedId))));
    }

    /** What a repeated request is answered with. */
    record Sent(UUID noticeId) {}

    private Uni<Sent> freeze(CampaignRow campaign, UUID affectedId, NoticeRequest request, Drafts.Laid laid) {
        LocalDate today = desk.today(campaign);
        refuseHeld(campaign, today);
        checkRequest(request, laid.draft(), today);
        return drafts.earlier(campaign.incidentId(), affectedId)
                .chain(earlier -> vault.open(campaign.incidentId())
                        .chain(cipher -> recipients
                                .one(campaign.incidentId(), affectedId, cipher)
                                .invoke(affected -> refuseTwice(affected, earlier, laid.draft()))
                                .map(affected -> frozen(affectedId, request, laid, cipher))))
                .chain(notice -> notices.add(campaign.incidentId(), notice)
                        .invoke(added -> {
                            if (added == 0) {
                                throw new Problem(CommonProblem.STALE_VERSION);
                            }
                        })
                        .chain(() -> notice.toldOn().isEmpty()
                                ? Uni.createFrom().voidItem()
                                : told.tell(
                                        campaign,
                                        affectedId,
                                        notice.number(),
                                        notice.toldOn().get(),
                                        laid.pdf(),
                                        notice.actor()))
                        .replaceWith(new Sent(notice.id())));
    }

    /** 45 CFR 164.412 holds the notice of a business associate, too. */
    private static void refuseHeld(CampaignRow campaign, LocalDate today) {
        campaign.campaign()
                .duties()
                .heldUntil(today, duty -> DUTY.contains(duty.kind()))
                .ifPresent(until -> {
                    throw new Problem(NotificationProblem.NOTICE_HELD).field("heldUntil", until.toString());
                });
    }

    private static void checkRequest(NoticeRequest request, Draft draft, LocalDate today) {
        boolean reachable = switch (request.way()) {
            case LETTER -> draft.recipient().hasAddress();
            case EMAIL -> draft.recipient().email() != null;
            case HAND -> true;
        };
        if (!reachable) {
            throw new Problem(NotificationProblem.COVERED_ENTITY_NOT_NAMED)
                    .field(request.way() == NoticeRequest.Way.EMAIL ? "/email" : "/street", "needed for that way");
        }
        if (request.way() == NoticeRequest.Way.HAND) {
            if (request.toldOn() == null || request.reference() == null) {
                throw new Problem(CommonProblem.INVALID_FIELD)
                        .field(request.toldOn() == null ? "/toldOn" : "/reference", "say when and what proves it");
            }
            if (request.toldOn().isAfter(today)) {
                throw new Problem(NotificationProblem.DAY_IN_THE_FUTURE).field("/toldOn", "not after today");
            }
        }
    }

    /** Just one notice; a supplement has something new. Where breach-service took a notice back it goes once more. */
    private static void refuseTwice(Recipients.Affected affected, List<NoticeRows.Of> earlier, Draft draft) {
        if (affected.state().equals("CANCELLED")) {
            throw new Problem(NotificationProblem.NO_SUCH_DUTY);
        }
        if (earlier.stream().anyMatch(one -> UNDER_WAY.contains(one.notice().state()))) {
            throw new Problem(NotificationProblem.RUN_UNDER_WAY);
        }
        boolean same = earlier.stream()
                .filter(one -> one.notice().state().equals("SENT"))
                .anyMatch(one -> one.textId().equals(draft.text().id())
                        && one.listId().equals(draft.list().map(PeopleLists.Sealed::id)));
        if (same && affected.state().equals("MET")) {
            throw new Problem(NotificationProblem.ALREADY_DONE);
        }
    }

    private NoticeRows.Frozen frozen(UUID affectedId, NoticeRequest request, Drafts.Laid laid, IncidentCipher cipher) {
        Draft draft = laid.draft();
        UUID id = draft.id();
        Optional<byte[]> mail = request.way() == NoticeRequest.Way.EMAIL
                ? Optional.of(cipher.seal(NoticeRows.MAIL, id, EventJson.write(draft.email())))
                : Optional.empty();
        return new NoticeRows.Frozen(
                id,
                affectedId,
                draft.number(),
                request.way(),
                draft.text().id(),
                draft.list().map(PeopleLists.Sealed::id),
                cipher.seal(NoticeRows.DOCUMENT, id, laid.pdf()),
                mail,
                Hashes.sha256(laid.pdf()),
                request.reference() == null ? "" : request.reference(),
                Optional.ofNullable(request.toldOn()).filter(day -> request.way() == NoticeRequest.Way.HAND),
                caller.subject());
    }
}
