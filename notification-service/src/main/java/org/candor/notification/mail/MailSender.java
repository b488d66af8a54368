package org.candor.notification.mail;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLHandshakeException;
import org.candor.kit.data.Workers;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Hands one mail to the SMTP server and says what became of it. Never fails. Call outside a session. */
@ApplicationScoped
public class MailSender {

    /** What became of a mail. */
    public enum Result {
        /** The server took it. */
        ACCEPTED,
        /** Nothing was taken; later may go better. */
        NOT_NOW,
        /** The connection was lost; the server may have taken it or not. */
        UNCERTAIN,
        /** The server will never take it. */
        REFUSED
    }

    private final ReactiveMailer mailer;
    private final Workers workers;
    private final Duration timeout;

    MailSender(ReactiveMailer mailer, Workers workers, @ConfigProperty(name = "candor.mail.timeout") Duration timeout) {
        this.mailer = mailer;
        this.workers = workers;
        this.timeout = timeout;
    }

    /** @param messageId the same on every attempt, so that a mail that arrives twice is known as one */
    public Uni<Result> send(Mail mail, String messageId) {
        mail.addHeader("Message-ID", "<" + messageId + "@candor.invalid>");
        // What can be no address at all is refused before it is sent.
        Uni<Result> sent = Uni.createFrom()
                .deferred(() -> mailer.send(mail))
                .ifNoItem()
                .after(timeout)
                .fail()
                .replaceWith(Result.ACCEPTED)
                .onFailure()
                .recoverWithItem(MailSender::result);
        return workers.backHere(sent);
    }

    /** When to try again: twice as long after each attempt, up to a limit. */
    public static Duration pause(int attempts, Duration first, Duration longest) {
        Duration pause = first.multipliedBy(1L << Math.min(attempts - 1, 16));
        return pause.compareTo(longest) > 0 ? longest : pause;
    }

    private static Result result(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IllegalArgumentException) {
                return Result.REFUSED;
            }
            if (cause instanceof SMTPException answer) {
                return answer.isPermanent() ? Result.REFUSED : Result.NOT_NOW;
            }
            if (cause instanceof ConnectException
                    || cause instanceof UnknownHostException
                    || cause instanceof SSLHandshakeException) {
                return Result.NOT_NOW;
            }
        }
        return Result.UNCERTAIN;
    }
}
