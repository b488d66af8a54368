package org.candor.kit.time;

import io.quarkus.arc.DefaultBean;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Period;
import java.time.ZonedDateTime;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The one clock of a service; tests put their own in its place. It may be ahead of the machine's in a demo only: with it somebody
 * could have records disposed of years before their time. Tokens are checked by the machine's clock in any case.
 */
@Singleton
class ClockProducer {

    private static final Logger LOG = Logger.getLogger(ClockProducer.class);

    private final Period ahead;
    private final boolean demo;

    ClockProducer(
            @ConfigProperty(name = "candor.clock.ahead") Period ahead,
            @ConfigProperty(name = "candor.demo") boolean demo) {
        this.ahead = ahead;
        this.demo = demo;
    }

    @Produces
    @Singleton
    @DefaultBean
    Clock clock() {
        return running(Clock.systemUTC());
    }

    void refuse(@Observes StartupEvent start) {
        Clock machine = Clock.systemUTC();
        if (!running(machine).equals(machine)) {
            LOG.warnf("This is a demo: the clock is %s ahead", ahead);
        }
    }

    /** The same clock, or one that is ahead of it by the calendar of today; throws IllegalStateException where that may not be. */
    Clock running(Clock machine) {
        if (ahead.isZero()) {
            return machine;
        }
        if (!demo || ahead.isNegative()) {
            throw new IllegalStateException(
                    "CANDOR_CLOCK_AHEAD: only the clock of a demo (CANDOR_DEMO=true) may be ahead,"
                            + " and none may be behind. Leave it out");
        }
        ZonedDateTime now = machine.instant().atZone(machine.getZone());
        return Clock.offset(machine, Duration.between(now, now.plus(ahead)));
    }
}
