package org.candor.audit;

import org.candor.test.DecisionPackages;
import org.candor.test.SessionRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void decidesWithoutTheWorld() {
        DecisionPackages.assertPure("org.candor.audit");
    }

    @Test
    void leavesSessionsToTheOneStyle() {
        SessionRules.assertOneStyle("org.candor.audit");
    }
}
