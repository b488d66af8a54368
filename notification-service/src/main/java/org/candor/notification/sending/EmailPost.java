package org.candor.notification.sending;

import io.quarkus.mailer.Mail;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.candor.events.NoticeMethod;
import org.candor.kit.crypto.IncidentCipher;
import org.candor.kit.crypto.IncidentVault;
import org.candor.kit.data.Transactions;
import org.candor.notification.document.EmailLayout;
import org.candor.notification.document.Salutation;
import org.candor.notification.mail.MailPace;
import org.candor.notification.mail.MailSender;
import org.candor.notification.roster.PersonDetails;
import org.candor.notification.roster.Ways;
import org.candor.notification.roster.decision.Individual;
import org.candor.notification.roster.decision.WayOfNotice;
import org.candor.notification.text.NoticeTextRow;

/**
 * Sends notices by e-mail, one after another. Before each, in one transaction, the clearance and the agreement are looked at
 * once more: who has withdrawn it since the text was approved gets a letter. Each attempt is durable before it begins and
 * after it ends; between the two the outcome is unknown, and only such a mail may arrive twice, under one Message-ID. What
 * the server refuses for good goes by letter, or counts as undeliverable.
 */
@ApplicationScoped
class EmailPost {

    /** A mail that may leave, with the person and the approved text as they were in that moment. */
    private record Ready(Job job, Individual person, NoticeTextRow text) {}

    private final RunStore runs;
    private final EmailRows rows;
    private final IncidentVault vault;
    private final MailSender sender;
    private final Ways ways;
    private final SendingConfig config;
    private final Clock clock;
    private final MailPace pace;

    EmailPost(
            RunStore runs,
            EmailRows rows,
            IncidentVault vault,
            MailSender sender,
            Ways ways,
            SendingConfig config,
            Clock clock,
            MailPace pace) {
        this.runs = runs;
        this.rows = rows;
        this.vault = vault;
        this.sender = sender;
        this.ways = ways;
        this.config = config;
        this.clock = clock;
        this.pace = pace;
    }

    Uni<Void> send(Lease lease, Work.Emails work) {
        return Transactions.run(() -> vault.open(lease.incidentId()))
                .chain(cipher -> Multi.createFrom()
                        .iterable(work.jobs())
                        .onItem()
                        .transformToUniAndConcatenate(job -> send(lease, work.scene(), job, cipher))
                        .collect()
                        .last()
                        .replaceWithVoid());
    }

    private Uni<Integer> send(Lease lease, Scene scene, Job job, IncidentCipher cipher) {
        Uni<Void> turn = scene.campaign().drill() ? Uni.createFrom().voidItem() : pace.turn();
        return turn.chain(() -> Transactions.run(() -> runs.lease(
                                lease.runId(), clock.instant().plus(config.lease()))
                        .chain(() -> rows.take(
                                lease, job.noticeId(), scene.campaign().version()))
                        .chain(taken -> taken.map(one -> begin(scene, one, cipher))
                                .orElseGet(() -> Uni.createFrom().item(Optional.empty())))))
                .chain(ready -> ready.map(one -> attempt(scene, one))
                        .orElseGet(() -> Uni.createFrom().item(0)));
    }

    /** 45 CFR 164.404(d)(1)(i): by e-mail only who agrees, in the moment of sending. */
    private Uni<Optional<Ready>> begin(Scene scene, Job job, IncidentCipher cipher) {
        Individual person =
                PersonDetails.read(cipher, job.personId(), job.sealed()).individual();
        WayOfNotice.Decision way = ways.decide(person, scene.campaign().today());
        NoticeTextRow text = scene.texts().get(scene.textFor(job.language()));
        return way.method() == NoticeMethod.EMAIL
                ? rows.begun(job, text.id()).replaceWith(Optional.of(new Ready(job, person, text)))
                : rows.notAgreed(job, way).replaceWith(Optional.empty());
    }

    private Uni<Integer> attempt(Scene scene, Ready ready) {
        Uni<MailSender.Result> result = scene.campaign().drill()
                ? Uni.createFrom().item(MailSender.Result.ACCEPTED)
                : sender.send(mail(scene, ready), "notice-" + ready.job().noticeId());
        return result.chain(outcome -> Transactions.run(() -> record(scene, ready, outcome)));
    }

    private Uni<Integer> record(Scene scene, Ready ready, MailSender.Result outcome) {
        Job job = ready.job();
        return switch (outcome) {
            case ACCEPTED ->
                rows.sent(job, scene.campaign().today(), scene.campaign().drill() ? "DRILL" : "ACCEPTED");
            case NOT_NOW, UNCERTAIN ->
                rows.putOff(job, outcome == MailSender.Result.UNCERTAIN, next(job), outcome.name());
            case REFUSED ->
                rows.refused(job, ways.letterTo(ready.person(), scene.campaign().today()));
        };
    }

    private Instant next(Job job) {
        return clock.instant().plus(MailSender.pause(job.attempts() + 1, config.firstRetry(), config.longestRetry()));
    }

    private static Mail mail(Scene scene, Ready ready) {
        NoticeTextRow text = ready.text();
        Individual person = ready.person();
        EmailLayout layout = EmailLayout.of(
                scene.campaign().sender(),
                text.content(),
                text.words(),
                Salutation.of(text.words(), WayOfNotice.Capacity.SELF, person.name(), person.name()),
                scene.campaign().drill());
        return new Mail()
                .addTo(person.email())
                .setSubject(layout.subject())
                .setText(layout.plain())
                .setHtml(layout.html());
    }
}
