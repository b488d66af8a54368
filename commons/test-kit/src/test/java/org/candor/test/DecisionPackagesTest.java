package org.candor.test;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

class DecisionPackagesTest {

    @Test
    void acceptsADecisionOfPlainJavaAndContracts() {
        assertThatCode(() -> check("org.candor.test.pure")).doesNotThrowAnyException();
    }

    @Test
    void rejectsTheClockRandomnessAndFiles() {
        assertThatThrownBy(() -> check("org.candor.test.impure"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("java.time.Instant.now()")
                .hasMessageContaining("java.util.UUID.randomUUID()")
                .hasMessageContaining("java.nio.file.Files");
    }

    @Test
    void rejectsAFramework() {
        assertThatThrownBy(() -> check("org.candor.test.annotated"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("io.smallrye.mutiny.Uni");
    }

    @Test
    void rejectsARootWithoutAnyDecision() {
        assertThatThrownBy(() -> DecisionPackages.assertPure("org.candor.events"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("failed to check any classes");
    }

    private static void check(String rootPackage) {
        DecisionPackages.PURE.check(new ClassFileImporter().importPackages(rootPackage));
    }
}
