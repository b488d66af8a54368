package org.candor.notification.sending;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** Settings of runs; reasons stand in application.properties. */
@ConfigMapping(prefix = "candor.sending")
interface SendingConfig {

    /** Most letters in one batch. */
    int batchSize();

    /** How long a worker may be silent before another takes its run over. */
    Duration lease();

    /** How long a run waits that is held or got no clearance before it asks again. */
    Duration askAgain();

    /** How long after the first failure an e-mail is tried again; each further pause is twice as long. */
    Duration firstRetry();

    /** The longest such pause. */
    Duration longestRetry();
}
