package org.candor.breach.obligations;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.util.Map;
import org.candor.breach.obligations.decision.Targets;
import org.candor.events.ObligationKind;

/** Days after discovery by which the organisation wants each kind of duty done; the reason stands in application.properties. */
@ConfigMapping(prefix = "candor.target-days")
interface TargetDays {

    /** Within how many days to aim for, by the kind of duty; a kind that is not named has no target but its limit. */
    @WithParentName
    Map<ObligationKind, Integer> byKind();

    default Targets targets() {
        return new Targets(byKind());
    }
}
