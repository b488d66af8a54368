package org.candor.notification.sending;

import io.quarkus.mailer.Mail;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
 * Sends notices by e-mail, a few at a time. Before those, in one transaction, the clearance and each agreement are looked at
 * once more: who has withdrawn it since the text was approved gets a letter. Each attempt is durable before it begins and
 * after all that go together have ended; between the two the outcome is unknown, and only such a mail may arrive twice, under
 * one Message-ID. What the server refuses for good goes by letter, or counts as undeliverable.
 */
@ApplicationScoped
class EmailPost {

    /** Fewer than the connections to the mail server, so that other mail finds one. */
    private static final int AT_ONCE = 8;

    /** A mail that may leave, with the person and the approved text as they were in that moment. */
    private record Ready(Job job, Individual person, NoticeTextRow text) {}

    private record Ended(Ready ready, MailSender.Result outcome) {}

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
        int together = work.scene().campaign().drill() ? AT_ONCE : pace.together(AT_ONCE);
        return Transactions.run(() -> vault.open(lease.incidentId()))
                .chain(cipher -> Multi.createFrom()
                        .iterable(work.jobs())
                        .group()
                        .intoLists()
                        .of(together)
                        .onItem()
                        .transformToUniAndConcatenate(jobs -> send(lease, work.scene(), jobs, cipher))
                        .onItem()
                        .ignoreAsUni());
    }

    private Uni<Void> send(Lease lease, Scene scene, List<Job> jobs, IncidentCipher cipher) {
        Uni<Void> turns = scene.campaign().drill() ? Uni.createFrom().voidItem() : pace.turns(jobs.size());
        return turns.chain(() -> Transactions.run(() -> runs.lease(
                                lease.runId(), clock.instant().plus(config.lease()))
                        .chain(() -> rows.take(lease, jobs, scene.campaign().version()))
                        .chain(taken -> begin(scene, taken, cipher))))
                .chain(ready -> ready.isEmpty() ? Uni.createFrom().voidItem() : attempt(scene, ready));
    }

    /** 45 CFR 164.404(d)(1)(i): by e-mail only who agrees, in the moment of sending. */
    private Uni<List<Ready>> begin(Scene scene, List<Job> taken, IncidentCipher cipher) {
        List<Ready> ready = new ArrayList<>();
        Uni<Integer> others = Uni.createFrom().item(0);
        for (Job job : taken) {
            Individual person =
                    PersonDetails.read(cipher, job.personId(), job.sealed()).individual();
            WayOfNotice.Decision way = ways.decide(person, scene.campaign().today());
            if (way.method() == NoticeMethod.EMAIL) {
                ready.add(new Ready(job, person, scene.texts().get(scene.textFor(job.language()))));
            } else {
                others = others.chain(() -> rows.notAgreed(job, way));
            }
        }
        return others.chain(() -> ready.isEmpty()
                        ? Uni.createFrom().item(0)
                        : rows.begun(
                                jobs(ready),
                                ready.stream().map(one -> one.text().id()).toList()))
                .replaceWith(ready);
    }

    private Uni<Void> attempt(Scene scene, List<Ready> ready) {
        return Uni.join()
                .all(ready.stream().map(one -> attempt(scene, one)).toList())
                .andCollectFailures()
                .chain(ended -> Transactions.run(() -> record(scene, ended)));
    }

    private Uni<Ended> attempt(Scene scene, Ready ready) {
        Uni<MailSender.Result> result = scene.campaign().drill()
                ? Uni.createFrom().item(MailSender.Result.ACCEPTED)
                : sender.send(mail(scene, ready), "notice-" + ready.job().noticeId());
        return result.map(outcome -> new Ended(ready, outcome));
    }

    private Uni<Void> record(Scene scene, List<Ended> all) {
        List<Ready> accepted = all.stream()
                .filter(one -> one.outcome() == MailSender.Result.ACCEPTED)
                .map(Ended::ready)
                .toList();
        Uni<Integer> sent = accepted.isEmpty()
                ? Uni.createFrom().item(0)
                : rows.sent(
                        jobs(accepted),
                        scene.campaign().today(),
                        scene.campaign().drill() ? "DRILL" : "ACCEPTED");
        return sent.chain(() -> Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(one -> notSent(scene, one.ready(), one.outcome()))
                .onItem()
                .ignoreAsUni());
    }

    private Uni<Integer> notSent(Scene scene, Ready ready, MailSender.Result outcome) {
        Job job = ready.job();
        return switch (outcome) {
            case ACCEPTED -> Uni.createFrom().item(0);
            case NOT_NOW, UNCERTAIN ->
                rows.putOff(job, outcome == MailSender.Result.UNCERTAIN, next(job), outcome.name());
            case REFUSED ->
                rows.refused(job, ways.letterTo(ready.person(), scene.campaign().today()));
        };
    }

    private static List<Job> jobs(List<Ready> ready) {
        return ready.stream().map(Ready::job).toList();
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
