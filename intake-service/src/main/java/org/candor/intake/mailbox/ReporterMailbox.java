package org.candor.intake.mailbox;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.candor.events.ReportEvent.ReporterMessageReceived;
import org.candor.events.Topic;
import org.candor.intake.IntakeProblem;
import org.candor.intake.mailbox.Message.Kind;
import org.candor.intake.mailbox.Message.Sender;
import org.candor.intake.receipts.EvenAnswers;
import org.candor.intake.reports.HeldReport;
import org.candor.intake.reports.HeldReports;
import org.candor.intake.reports.Withdrawals;
import org.candor.kit.crypto.IncidentVault;
import org.candor.kit.data.Transactions;
import org.candor.kit.errors.Problem;
import org.candor.kit.outbox.Outbox;
import org.candor.kit.time.Ids;
import org.candor.kit.web.Idempotency;

/** The mailbox from the side of whoever holds the receipt. Every answer takes its turn, see {@link EvenAnswers}. */
@ApplicationScoped
class ReporterMailbox {

    private static final int SHOWN = 200;
    private static final int MOST_BY_REPORTER = 200;

    private final HeldReports reports;
    private final Withdrawals withdrawals;
    private final Messages messages;
    private final IncidentVault vault;
    private final Idempotency idempotency;
    private final Outbox outbox;
    private final EvenAnswers answers;
    private final Ids ids;
    private final Clock clock;

    ReporterMailbox(
            HeldReports reports,
            Withdrawals withdrawals,
            Messages messages,
            IncidentVault vault,
            Idempotency idempotency,
            Outbox outbox,
            EvenAnswers answers,
            Ids ids,
            Clock clock) {
        this.reports = reports;
        this.withdrawals = withdrawals;
        this.messages = messages;
        this.vault = vault;
        this.idempotency = idempotency;
        this.outbox = outbox;
        this.answers = answers;
        this.ids = ids;
        this.clock = clock;
    }

    Uni<StatusView> status(String receipt) {
        return withReport(receipt, report -> Uni.createFrom().item(StatusView.of(report)));
    }

    Uni<MailboxView> read(String receipt) {
        return withReport(
                receipt,
                report -> vault.open(report.incidentId())
                        .chain(cipher -> messages.newest(report.incidentId(), SHOWN)
                                .map(rows -> rows.stream()
                                        .map(row -> MessageView.forReporter(row, cipher))
                                        .toList()))
                        .map(shown -> new MailboxView(
                                report.receivedAt(), report.state(), report.withdrawnAt() != null, shown)));
    }

    Uni<Written> write(MessageRequest request, Optional<String> retryKey) {
        return withReport(
                request.receipt().value(),
                report -> idempotency.once(
                        "reporter-message",
                        retryKey.orElse(null),
                        request,
                        Written.class,
                        () -> requireRoom(report)
                                .chain(() -> requireQuestion(report, request.answers()))
                                .chain(() -> store(
                                        report,
                                        request.answers() == null ? Kind.MESSAGE : Kind.ANSWER,
                                        request.answers(),
                                        request.text().value()))));
    }

    /** Recorded, not deleted: what happened is looked into all the same. */
    Uni<Written> withdraw(WithdrawalRequest request) {
        return withReport(
                request.receipt().value(),
                report -> withdrawals
                        .withdraw(report.incidentId(), request.reasonOrNone())
                        .chain(() -> store(report, Kind.WITHDRAWAL, null, request.reasonOrNone())));
    }

    private <T> Uni<T> withReport(String receipt, Function<HeldReport, Uni<T>> work) {
        return answers.even(
                () -> Transactions.run(() -> reports.require(receipt).chain(work::apply)));
    }

    private Uni<Written> store(HeldReport report, Kind kind, UUID answered, String text) {
        Message message = new Message();
        message.messageId = ids.next();
        message.incidentId = report.incidentId();
        message.sender = Sender.REPORTER;
        message.kind = kind;
        message.writtenBy = "";
        message.answers = answered;
        message.writtenAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        ReporterMessageReceived fact = new ReporterMessageReceived(
                message.incidentId, report.origin().entityId(), message.messageId, kind.name(), message.writtenAt);
        return vault.open(message.incidentId)
                .invoke(cipher -> message.seal(cipher, text))
                .chain(() -> messages.persistAndFlush(message))
                .chain(() -> outbox.publish(Topic.REPORT, fact, report.origin()))
                .replaceWith(() -> new Written(message.messageId, message.writtenAt));
    }

    private Uni<Void> requireRoom(HeldReport report) {
        return messages.byReporter(report.incidentId())
                .invoke(count -> {
                    if (count >= MOST_BY_REPORTER) {
                        throw new Problem(IntakeProblem.MAILBOX_FULL);
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Void> requireQuestion(HeldReport report, UUID question) {
        if (question == null) {
            return Uni.createFrom().voidItem();
        }
        return messages.hasQuestion(report.incidentId(), question)
                .invoke(found -> {
                    if (!found) {
                        throw new Problem(IntakeProblem.UNKNOWN_QUESTION).field("/answers", "not in this mailbox");
                    }
                })
                .replaceWithVoid();
    }
}
