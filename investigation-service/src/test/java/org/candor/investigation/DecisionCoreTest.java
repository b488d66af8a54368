package org.candor.investigation;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.candor.investigation.fixture.decision.KnowsTheKit;
import org.candor.investigation.fixture.decision.LooksAtTheClock;
import org.candor.test.DecisionPackages;
import org.junit.jupiter.api.Test;

class DecisionCoreTest {

    @Test
    void theDecisionCoreIsPlainJava() {
        DecisionPackages.assertPure("org.candor.investigation");
    }

    @Test
    void theRuleRejectsAClockAndAFramework() {
        assertBroken(LooksAtTheClock.class);
        assertBroken(KnowsTheKit.class);
    }

    private static void assertBroken(Class<?> violating) {
        assertThatThrownBy(() -> DecisionPackages.PURE.check(new ClassFileImporter().importClasses(violating)))
                .isInstanceOf(AssertionError.class);
    }
}
