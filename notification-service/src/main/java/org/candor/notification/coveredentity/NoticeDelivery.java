package org.candor.notification.coveredentity;

import io.quarkus.mailer.Mail;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.candor.kit.crypto.IncidentCipher;
import org.candor.kit.crypto.IncidentVault;
import org.candor.kit.data.Transactions;
import org.candor.kit.data.Workers;
import org.candor.kit.outbox.EventJson;
import org.candor.notification.campaign.CampaignDesk;
import org.candor.notification.campaign.CampaignRow;
import org.candor.notification.clearance.Clearances;
import org.candor.notification.clearance.decision.Verdict;
import org.candor.notification.coveredentity.NoticeRows.OnItsWay;
import org.candor.notification.mail.MailPace;
import org.candor.notification.mail.MailSender;
import org.candor.notification.post.PrintHouse;
import org.candor.notification.post.SingleLetters;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets a frozen notice leave, when nothing holds it in that moment (45 CFR 164.412). A letter never leaves twice: its last step
 * before the rename is durable. Only an e-mail that was on its way at a crash may; it keeps its Message-ID and is marked.
 */
@ApplicationScoped
class NoticeDelivery {

    private final NoticeRows rows;
    private final NoticeTold told;
    private final CampaignDesk desk;
    private final Clearances clearances;
    private final IncidentVault vault;
    private final MailSender sender;
    private final MailPace pace;
    private final Workers workers;
    private final SingleLetters post;
    private final Clock clock;
    private final Duration askAgain;

    private record Opened(byte[] pdf, Optional<Draft.Email> mail) {}

    private record Ready(CampaignRow campaign, Opened opened) {}

    /** Something that blocks. */
    private interface Step {
        void take() throws IOException;
    }

    NoticeDelivery(
            NoticeRows rows,
            NoticeTold told,
            CampaignDesk desk,
            Clearances clearances,
            IncidentVault vault,
            MailSender sender,
            MailPace pace,
            Workers workers,
            PrintHouse printHouse,
            Clock clock,
            @ConfigProperty(name = "candor.sending.ask-again") Duration askAgain) {
        this.rows = rows;
        this.told = told;
        this.desk = desk;
        this.clearances = clearances;
        this.vault = vault;
        this.sender = sender;
        this.pace = pace;
        this.workers = workers;
        this.post = printHouse.singleLetters();
        this.clock = clock;
        this.askAgain = askAgain;
    }

    Uni<Void> deliver(OnItsWay notice) {
        return Transactions.run(() -> campaign(notice)
                        .chain(campaign -> vault.open(notice.incidentId())
                                .map(cipher -> new Ready(campaign, opened(notice, cipher)))))
                .chain(ready -> ready.campaign().drill() || notice.state().equals("LEAVING")
                        ? leave(notice, ready)
                        : cleared(notice, ready));
    }

    private Uni<CampaignRow> campaign(OnItsWay notice) {
        return desk.locked(notice.incidentId()).map(Optional::orElseThrow);
    }

    private static Opened opened(OnItsWay notice, IncidentCipher cipher) {
        byte[] pdf = cipher.readBytes(NoticeRows.DOCUMENT, notice.id(), notice.document());
        return new Opened(
                pdf,
                notice.way() == NoticeRequest.Way.EMAIL
                        ? Optional.of(EventJson.read(
                                cipher.read(NoticeRows.MAIL, notice.id(), notice.mail()), Draft.Email.class))
                        : Optional.empty());
    }

    private Uni<Void> cleared(OnItsWay notice, Ready ready) {
        Uni<Void> turn = ready.opened().mail().isPresent()
                ? pace.turn()
                : Uni.createFrom().voidItem();
        return turn.chain(() -> clearances.ask(notice.incidentId(), NoticeSending.DUTY, desk.today(ready.campaign())))
                .chain(verdict -> switch (verdict) {
                    case Verdict.Go go ->
                        ready.opened().mail().isPresent()
                                ? mail(
                                        notice,
                                        ready.opened().mail().get(),
                                        ready.opened().pdf())
                                : letter(notice, ready);
                    case Verdict.Wait wait -> waits(notice, wait.cause());
                });
    }

    private Uni<Void> letter(OnItsWay notice, Ready ready) {
        return onWorker(() ->
                        post.hide(notice.id(), notice.entityId(), ready.opened().pdf()))
                .chain(() -> begin(notice, "LEAVING"))
                .chain(may -> may ? leave(notice, ready) : Uni.createFrom().voidItem());
    }

    private Uni<Void> leave(OnItsWay notice, Ready ready) {
        Uni<Boolean> gone = ready.campaign().drill()
                ? Uni.createFrom().item(true)
                : onWorker(() -> post.leave(
                        notice.id(), notice.entityId(), ready.opened().pdf()));
        return gone.chain(() -> sent(notice, ready.opened().pdf()));
    }

    private Uni<Void> mail(OnItsWay notice, Draft.Email mail, byte[] pdf) {
        return begin(notice, "IN_FLIGHT")
                .chain(may -> may
                        ? sender.send(
                                        Mail.withText(mail.to(), mail.subject(), mail.text()),
                                        "covered-entity-" + notice.id())
                                .chain(result -> switch (result) {
                                    case ACCEPTED -> sent(notice, pdf);
                                    case NOT_NOW -> record(notice, "SEALED", false);
                                    case UNCERTAIN -> record(notice, "SEALED", true);
                                    case REFUSED -> record(notice, "REFUSED", false);
                                })
                        : Uni.createFrom().voidItem());
    }

    /** A hold that has come since breach-service was asked stops it in this very transaction. */
    private Uni<Boolean> begin(OnItsWay notice, String state) {
        return Transactions.run(() -> campaign(notice).chain(campaign -> {
            boolean held = campaign.campaign()
                    .duties()
                    .heldUntil(desk.today(campaign), duty -> NoticeSending.DUTY.contains(duty.kind()))
                    .isPresent();
            return held
                    ? rows.waits(
                                    notice.id(),
                                    Verdict.Cause.NOTICE_HELD.name(),
                                    clock.instant().plus(askAgain))
                            .replaceWith(false)
                    : rows.state(notice.id(), state, false).replaceWith(true);
        }));
    }

    private Uni<Void> sent(OnItsWay notice, byte[] pdf) {
        return Transactions.run(() -> campaign(notice).chain(campaign -> {
            var today = desk.today(campaign);
            return rows.sent(notice.id(), today)
                    .chain(first -> first == 1
                            ? told.tell(campaign, notice.affectedId(), notice.number(), today, pdf, notice.actor())
                            : Uni.createFrom().voidItem());
        }));
    }

    private Uni<Void> waits(OnItsWay notice, Verdict.Cause cause) {
        return Transactions.run(() ->
                        rows.waits(notice.id(), cause.name(), clock.instant().plus(askAgain)))
                .replaceWithVoid();
    }

    private Uni<Void> record(OnItsWay notice, String state, boolean possibleDuplicate) {
        return Transactions.run(() -> rows.state(notice.id(), state, possibleDuplicate))
                .replaceWithVoid();
    }

    private Uni<Boolean> onWorker(Step step) {
        return workers.run(() -> {
            step.take();
            return true;
        });
    }
}
