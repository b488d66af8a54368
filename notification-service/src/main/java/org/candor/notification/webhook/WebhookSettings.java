package org.candor.notification.webhook;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** Settings of webhooks; reasons stand in application.properties. */
@ConfigMapping(prefix = "candor.webhooks")
interface WebhookSettings {

    Duration look();

    Duration timeout();

    Duration firstRetry();

    Duration longestRetry();

    int mostAttempts();

    int mostFailures();

    boolean privateTargets();
}
