package org.candor.notification.webhook;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** Settings of webhooks; reasons stand in application.properties. */
@ConfigMapping(prefix = "candor.webhooks")
interface WebhookSettings {

    /** How often it is looked whether deliveries wait. */
    Duration look();

    /** How long one delivery may take. */
    Duration timeout();

    /** How long after the first failure a delivery is tried again; each further pause is twice as long. */
    Duration firstRetry();

    /** The longest such pause. */
    Duration longestRetry();

    /** After so many attempts a delivery is given up. */
    int mostAttempts();

    /** After so many failures one after another a subscription is disabled. */
    int mostFailures();

    /** Whether addresses of the own network may be called. */
    boolean privateTargets();
}
