package org.candor.notification;

import org.candor.test.DecisionPackages;
import org.junit.jupiter.api.Test;

class DecisionPackagesTest {

    @Test
    void decisionCoresArePlainJava() {
        DecisionPackages.assertPure("org.candor.notification");
    }
}
