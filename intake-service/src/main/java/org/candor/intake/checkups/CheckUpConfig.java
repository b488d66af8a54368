package org.candor.intake.checkups;

import io.smallrye.config.ConfigMapping;
import java.util.List;

/** Settings of check-ups; reasons stand in application.properties. */
@ConfigMapping(prefix = "candor.check-ups")
interface CheckUpConfig {

    /** Days after receipt. */
    List<Integer> days();
}
