package org.candor.notification.mail;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.candor.kit.data.Workers;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * As fast as the mail server's limit allows: notices, alerts and reminders of this process take turns at one rate. Each replica
 * keeps it for itself, so that two hand over twice as much; who runs two halves the setting.
 */
@ApplicationScoped
public class MailPace {

    private final Workers workers;
    private final long start = System.nanoTime();
    private final Pace pace;

    MailPace(Workers workers, @ConfigProperty(name = "candor.mail.per-minute") int mailsPerMinute) {
        this.workers = workers;
        this.pace = new Pace(mailsPerMinute);
    }

    /** How many mails may leave together where nothing else keeps them apart. */
    public int together(int most) {
        return pace.together(most);
    }

    /** Waits until one more mail may leave. Call outside a session, before what may leave is looked at. */
    public Uni<Void> turn() {
        return turns(1);
    }

    /** As {@link #turn}, for several that leave together. */
    public Uni<Void> turns(int mails) {
        return Uni.createFrom().deferred(() -> {
            Duration wait = pace.pause(mails, Duration.ofNanos(System.nanoTime() - start));
            // Shorter than a millisecond is no wait.
            return wait.toMillis() > 0
                    ? workers.backHere(
                            Uni.createFrom().voidItem().onItem().delayIt().by(wait))
                    : Uni.createFrom().voidItem();
        });
    }
}
