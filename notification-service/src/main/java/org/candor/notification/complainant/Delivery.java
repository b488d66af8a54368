package org.candor.notification.complainant;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.mailer.Mail;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import org.candor.kit.crypto.IncidentVault;
import org.candor.kit.data.Transactions;
import org.candor.kit.data.Workers;
import org.candor.kit.identity.IncidentRoutings;
import org.candor.kit.outbox.EventJson;
import org.candor.notification.alert.AlertKind;
import org.candor.notification.alert.Alerts;
import org.candor.notification.mail.MailPace;
import org.candor.notification.mail.MailSender;
import org.candor.notification.post.PrintHouse;
import org.candor.notification.post.SingleLetters;

/**
 * Lets a sealed letter leave. A paper letter never leaves twice: its last step before the rename is durable. Only an e-mail
 * that was on its way at a crash may; it keeps its Message-ID and is marked.
 */
@ApplicationScoped
class Delivery {

    /** Something that blocks. */
    private interface Step {
        void take() throws IOException;
    }

    private final Letters letters;
    private final IncidentVault vault;
    private final MailSender sender;
    private final MailPace pace;
    private final Workers workers;
    private final Alerts alerts;
    private final IncidentRoutings routings;
    private final SingleLetters post;

    Delivery(
            Letters letters,
            IncidentVault vault,
            MailSender sender,
            MailPace pace,
            Workers workers,
            Alerts alerts,
            IncidentRoutings routings,
            PrintHouse printHouse) {
        this.letters = letters;
        this.vault = vault;
        this.sender = sender;
        this.pace = pace;
        this.workers = workers;
        this.alerts = alerts;
        this.routings = routings;
        this.post = printHouse.singleLetters();
    }

    Uni<Void> deliver(Letter letter) {
        return Transactions.run(() -> vault.open(letter.incidentId())
                        .map(cipher -> cipher.readBytes(Letter.PLACE, letter.id(), letter.sealed())))
                .chain(bytes -> letter.byMail() ? mail(letter, bytes) : paper(letter, bytes));
    }

    private Uni<Void> paper(Letter letter, byte[] pdf) {
        Uni<Void> hidden = letter.state().equals("LEAVING")
                ? Uni.createFrom().voidItem()
                : onWorker(() -> post.hide(letter.id(), letter.entityId(), pdf))
                        .chain(() -> record(letter, "LEAVING", false));
        return hidden.chain(() -> onWorker(() -> post.leave(letter.id(), letter.entityId(), pdf)))
                .chain(() -> record(letter, "SENT", false));
    }

    private Uni<Void> mail(Letter letter, byte[] bytes) {
        Composition.Email mail = EventJson.read(new String(bytes, UTF_8), Composition.Email.class);
        return pace.turn()
                .chain(() -> Transactions.run(() -> letters.state(letter.id(), "IN_FLIGHT", false)))
                .chain(begun -> begun == 0 ? Uni.createFrom().voidItem() : send(letter, mail));
    }

    /** One that was cancelled or sent while it waited for its turn does not come here. */
    private Uni<Void> send(Letter letter, Composition.Email mail) {
        return sender.send(Mail.withText(mail.to(), mail.subject(), mail.text()), "complainant-" + letter.id())
                .chain(result -> switch (result) {
                    case ACCEPTED -> record(letter, "SENT", false);
                    case NOT_NOW -> record(letter, "SEALED", false);
                    case UNCERTAIN -> record(letter, "SEALED", true);
                    case REFUSED -> refused(letter);
                });
    }

    /** Nobody else would learn of it. */
    private Uni<Void> refused(Letter letter) {
        return Transactions.run(() -> letters.state(letter.id(), "REFUSED", false)
                .chain(() -> routings.find(letter.incidentId()))
                .chain(found -> found.map(routing -> alerts.inCharge(
                                AlertKind.COMPLAINANT_NOT_REACHED, letter.id().toString(), routing))
                        .orElseGet(() -> Uni.createFrom().voidItem())));
    }

    private Uni<Void> record(Letter letter, String state, boolean possibleDuplicate) {
        return Transactions.run(() -> letters.state(letter.id(), state, possibleDuplicate))
                .replaceWithVoid();
    }

    private Uni<Boolean> onWorker(Step step) {
        return workers.run(() -> {
            step.take();
            return true;
        });
    }
}
