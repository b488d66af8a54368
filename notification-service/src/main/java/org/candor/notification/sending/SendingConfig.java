package org.candor.notification.sending;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.time.Duration;

/** Settings of runs; reasons stand in application.properties. */
@ConfigMapping(prefix = "candor.sending")
interface SendingConfig {

    /** Where a print house takes its batches. */
    Path folder();

    /** Most letters in one batch. */
    int batchSize();

    /** How long a worker may be silent before another takes its run over. */
    Duration lease();

    Duration firstRetry();

    Duration longestRetry();
}
