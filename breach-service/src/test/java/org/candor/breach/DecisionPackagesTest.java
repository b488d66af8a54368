package org.candor.breach;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.candor.breach.impure.decision.LooksAtTheClock;
import org.candor.test.DecisionPackages;
import org.junit.jupiter.api.Test;

/** The decision cores are plain Java; the rule that says so rejects what is not. */
class DecisionPackagesTest {

    @Test
    void decisionPackagesArePure() {
        DecisionPackages.assertPure("org.candor.breach");
    }

    @Test
    void theRuleRejectsAClassThatLooksAtTheClock() {
        assertThatThrownBy(
                        () -> DecisionPackages.PURE.check(new ClassFileImporter().importClasses(LooksAtTheClock.class)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("LooksAtTheClock");
    }
}
