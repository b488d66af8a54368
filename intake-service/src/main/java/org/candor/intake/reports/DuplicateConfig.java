package org.candor.intake.reports;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** Settings of the search for duplicates; reasons stand in application.properties. */
@ConfigMapping(prefix = "candor.duplicates")
interface DuplicateConfig {

    /** How far apart two reports of the same may lie. */
    Duration window();
}
