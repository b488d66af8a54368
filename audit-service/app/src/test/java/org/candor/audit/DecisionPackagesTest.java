package org.candor.audit;

import org.candor.test.DecisionPackages;
import org.junit.jupiter.api.Test;

class DecisionPackagesTest {

    @Test
    void decideWithoutTheWorld() {
        DecisionPackages.assertPure("org.candor.audit");
    }
}
