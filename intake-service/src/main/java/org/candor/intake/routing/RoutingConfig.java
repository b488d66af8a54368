package org.candor.intake.routing;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import org.candor.events.OfficerRole;

/** Settings of routing; reasons stand in application.properties. */
@ConfigMapping(prefix = "candor.routing")
interface RoutingConfig {

    /** Who takes over when no officer can, in this order. */
    List<OfficerRole> substitutes();
}
