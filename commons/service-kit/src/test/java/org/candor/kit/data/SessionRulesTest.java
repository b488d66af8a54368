package org.candor.kit.data;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.candor.test.SessionRules;
import org.junit.jupiter.api.Test;

class SessionRulesTest {

    @Test
    void theKitItselfHasOneWayToASession() {
        assertThatCode(() -> SessionRules.assertOneStyle("org.candor.kit")).doesNotThrowAnyException();
    }

    @Test
    void theLedgerKeepsToIt() {
        assertThatCode(() -> check("org.candor.kit.ledger")).doesNotThrowAnyException();
    }

    @Test
    void rejectsASessionThatWasOpenedPastTheKit() {
        assertThatThrownBy(() -> check("org.candor.violating.sessions.calls"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("OpensItsOwnSession")
                .hasMessageContaining("withSession");
    }

    @Test
    void rejectsASessionOfTheFactory() {
        assertThatThrownBy(() -> check("org.candor.violating.sessions.factory"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("UsesTheFactory")
                .hasMessageContaining("openSession");
    }

    @Test
    void rejectsTheAnnotationsOfTheOtherStyle() {
        assertThatThrownBy(() -> check("org.candor.violating.sessions.annotated"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("UsesTheOtherStyle");
    }

    @Test
    void rejectsARootWithoutAnyClass() {
        assertThatThrownBy(() -> SessionRules.assertOneStyle("org.candor.nowhere"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("failed to check any classes");
    }

    private static void check(String rootPackage) {
        SessionRules.ONE_STYLE.check(new ClassFileImporter().importPackages(rootPackage));
    }
}
