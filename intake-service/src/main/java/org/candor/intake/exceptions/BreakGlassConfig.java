package org.candor.intake.exceptions;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** Settings of break-glass; reasons stand in application.properties. */
@ConfigMapping(prefix = "candor.break-glass")
interface BreakGlassConfig {

    Duration usual();

    Duration longest();
}
