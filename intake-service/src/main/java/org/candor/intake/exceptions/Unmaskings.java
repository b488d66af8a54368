package org.candor.intake.exceptions;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.intake.exceptions.ExceptionRows.Entry;
import org.candor.kit.access.AccessLog;
import org.candor.kit.errors.CommonProblem;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.candor.kit.time.Ids;
import org.candor.kit.web.Refused;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Writes down that masked values are shown, to whom and what for, in the transaction that reads them; and refuses who asks for
 * many of them. The count is of rows, so all replicas share it.
 */
@ApplicationScoped
public class Unmaskings {

    private static final String LANE = "unmasking";
    private static final Duration WINDOW = Duration.ofHours(1);

    private final ExceptionRows rows;
    private final AccessLog accessLog;
    private final CurrentVertxRequest current;
    private final MeterRegistry meters;
    private final Caller caller;
    private final Ids ids;
    private final Clock clock;
    private final int most;

    Unmaskings(
            ExceptionRows rows,
            AccessLog accessLog,
            CurrentVertxRequest current,
            MeterRegistry meters,
            Caller caller,
            Ids ids,
            Clock clock,
            @ConfigProperty(name = "candor.unmask.per-hour") int most) {
        this.rows = rows;
        this.accessLog = accessLog;
        this.current = current;
        this.meters = meters;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
        this.most = most;
    }

    void begin(@Observes StartupEvent started) {
        Refused.register(meters, List.of(LANE));
    }

    /**
     * Records it on the incident, or refuses with 429 and {@code Retry-After}. Call inside a transaction.
     *
     * @param action as the access record calls it, such as {@code unmask-contact}
     * @param ground a code
     * @param fields names of fields, never their values
     */
    public Uni<Void> record(UUID incidentId, String action, String ground, List<String> fields) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Entry entry = new Entry(
                ids.next(),
                ExceptionKind.UNMASKING,
                incidentId,
                caller.subject(),
                ground,
                fields,
                List.of(),
                Optional.empty(),
                now,
                Optional.empty());
        return rows.lock(caller.subject())
                .chain(() -> rows.unmasked(caller.subject(), now.minus(WINDOW)))
                .invoke(before -> refuse(
                        before.times() >= most,
                        Duration.between(now, before.first().plus(WINDOW))))
                .chain(() -> rows.add(entry))
                .chain(() -> accessLog.readFor(ground, action, incidentId, "fields=" + String.join("+", fields)));
    }

    private void refuse(boolean tooMany, Duration wait) {
        if (tooMany) {
            Refused.mark(LANE, wait, current.getCurrent(), meters);
            throw new Problem(CommonProblem.TOO_MANY_REQUESTS);
        }
    }
}
