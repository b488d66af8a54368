package org.candor.notification.sending;

import io.quarkus.mailer.Mail;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.candor.kit.crypto.IncidentCipher;
import org.candor.kit.crypto.IncidentVault;
import org.candor.kit.data.Transactions;
import org.candor.notification.document.EmailLayout;
import org.candor.notification.document.Salutation;
import org.candor.notification.mail.MailSender;
import org.candor.notification.roster.PersonDetails;
import org.candor.notification.roster.Ways;
import org.candor.notification.roster.decision.Individual;
import org.candor.notification.roster.decision.WayOfNotice;
import org.candor.notification.text.NoticeTextRow;

/**
 * Sends notices by e-mail, one after another. Each attempt is durable before it begins and after it ends; between the two the
 * outcome is unknown, and only such a mail may arrive twice, under one Message-ID. What the server refuses for good goes by
 * letter, or counts as undeliverable.
 */
@ApplicationScoped
class EmailPost {

    private final RunStore store;
    private final IncidentVault vault;
    private final MailSender sender;
    private final Ways ways;
    private final SendingConfig config;
    private final Clock clock;

    EmailPost(RunStore store, IncidentVault vault, MailSender sender, Ways ways, SendingConfig config, Clock clock) {
        this.store = store;
        this.vault = vault;
        this.sender = sender;
        this.ways = ways;
        this.config = config;
        this.clock = clock;
    }

    Uni<Void> send(Lease lease, RunStep.Work.Emails work) {
        return Transactions.run(() -> vault.open(lease.incidentId()))
                .chain(cipher -> Multi.createFrom()
                        .iterable(work.jobs())
                        .onItem()
                        .transformToUniAndConcatenate(job -> send(lease, work.scene(), job, cipher))
                        .collect()
                        .last()
                        .replaceWithVoid());
    }

    private Uni<Integer> send(Lease lease, RunStep.Scene scene, RunStore.Job job, IncidentCipher cipher) {
        return Transactions.run(() -> store.lease(lease.runId(), clock.instant().plus(config.lease()))
                        .chain(() -> store.emailBegun(job.noticeId())))
                .chain(begun -> begun == 1
                        ? attempt(scene, job, cipher)
                        : Uni.createFrom().item(0));
    }

    private Uni<Integer> attempt(RunStep.Scene scene, RunStore.Job job, IncidentCipher cipher) {
        Individual person =
                PersonDetails.read(cipher, job.personId(), job.sealed()).individual();
        Uni<MailSender.Result> result = scene.campaign().drill()
                ? Uni.createFrom().item(MailSender.Result.ACCEPTED)
                : sender.send(mail(scene, job, person), "notice-" + job.noticeId());
        return result.chain(outcome -> Transactions.run(() -> record(scene, job, person, outcome)));
    }

    private Uni<Integer> record(RunStep.Scene scene, RunStore.Job job, Individual person, MailSender.Result outcome) {
        return switch (outcome) {
            case ACCEPTED ->
                store.emailSent(job, scene.campaign().today(), scene.campaign().drill() ? "DRILL" : "ACCEPTED");
            case NOT_NOW, UNCERTAIN ->
                store.emailPutOff(job.noticeId(), outcome == MailSender.Result.UNCERTAIN, next(job), outcome.name());
            case REFUSED -> refused(scene, job, person);
        };
    }

    private Uni<Integer> refused(RunStep.Scene scene, RunStore.Job job, Individual person) {
        WayOfNotice.Decision way = ways.letterTo(person, scene.campaign().today());
        return store.emailRefused(job, way.method(), way.reason().name(), Ways.state(way));
    }

    private Instant next(RunStore.Job job) {
        return clock.instant().plus(MailSender.pause(job.attempts() + 1, config.firstRetry(), config.longestRetry()));
    }

    private static Mail mail(RunStep.Scene scene, RunStore.Job job, Individual person) {
        NoticeTextRow text = scene.texts().get(job.textId());
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
