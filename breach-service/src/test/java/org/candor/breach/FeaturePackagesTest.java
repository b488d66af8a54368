package org.candor.breach;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.candor.test.FeaturePackages;
import org.junit.jupiter.api.Test;

/** Each feature can be read without those that need it. */
class FeaturePackagesTest {

    @Test
    void featuresAreFreeOfCycles() {
        FeaturePackages.assertFreeOfCycles("org.candor.breach");
    }

    @Test
    void theRuleRejectsTwoFeaturesThatNeedEachOther() {
        assertThatThrownBy(() -> FeaturePackages.freeOfCycles("org.candor.breach.cyclic")
                        .check(new ClassFileImporter().importPackages("org.candor.breach.cyclic")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Cycle detected");
    }
}
