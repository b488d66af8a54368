package org.candor.investigation.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.candor.events.CasePhase;
import org.candor.investigation.cases.decision.Playbook;
import org.candor.investigation.cases.decision.Playbook.Need;
import org.candor.investigation.cases.decision.Playbooks;
import org.junit.jupiter.api.Test;

class PlaybookReaderTest {

    /** Policy I.D, I.E and I.F. */
    @Test
    void shipsAPlaybookForEachTechnicalPhase() {
        Playbooks shipped = PlaybookReader.shipped();
        assertThat(shipped.of(CasePhase.CONTAINMENT).steps()).hasSize(19);
        assertThat(shipped.of(CasePhase.ERADICATION).steps()).hasSize(6);
        assertThat(shipped.of(CasePhase.RECOVERY).steps()).hasSize(8);
        assertThat(shipped.of(CasePhase.CONTAINMENT).step("C-14"))
                .hasValueSatisfying(step -> assertThat(step.need()).isEqualTo(Need.IF_UNSAFE));
    }

    /** Policy I.A.3.a: every action has a purpose. */
    @Test
    void everyStepSaysWhyItIsDoneAndWhereItIsAsked() {
        for (CasePhase phase : new CasePhase[] {CasePhase.CONTAINMENT, CasePhase.ERADICATION, CasePhase.RECOVERY}) {
            Playbook playbook = PlaybookReader.shipped().of(phase);
            assertThat(playbook.steps()).allSatisfy(step -> {
                assertThat(step.purpose()).isNotBlank();
                assertThat(step.citation()).startsWith("Policy I.");
            });
            assertThat(playbook.order())
                    .allSatisfy(rule -> assertThat(rule.why()).isNotBlank());
        }
    }

    @Test
    void refusesAPlaybookWithAStepTwiceOrARuleAboutAnAbsentStep() throws IOException {
        ObjectNode twice = containment();
        ((ArrayNode) twice.get("steps")).add(twice.get("steps").get(0));
        assertThatThrownBy(() -> PlaybookReader.playbook(twice)).hasMessageContaining("C-01 stands twice");

        ObjectNode without = containment();
        ((ArrayNode) without.get("steps")).remove(4);
        assertThatThrownBy(() -> PlaybookReader.playbook(without)).hasMessageContaining("names step C-05");
    }

    @Test
    void refusesARuleOfNoKnownKindAndAMissingField() throws IOException {
        ObjectNode strange = containment();
        ((ObjectNode) strange.get("order").get(0)).put("rule", "SOMETIMES");
        assertThatThrownBy(() -> PlaybookReader.playbook(strange)).hasMessageContaining("no known kind");

        ObjectNode purposeless = containment();
        ((ObjectNode) purposeless.get("steps").get(0)).remove("purpose");
        assertThatThrownBy(() -> PlaybookReader.playbook(purposeless)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesToStartWithoutThePlaybookOfAPhase() throws IOException {
        Playbook only = PlaybookReader.playbook(containment());
        assertThatThrownBy(() -> new Playbooks(only)).hasMessageContaining("ERADICATION");
    }

    private static ObjectNode containment() throws IOException {
        JsonNode node =
                new ObjectMapper().readTree(PlaybookReaderTest.class.getResourceAsStream("/playbook/containment.json"));
        return (ObjectNode) node;
    }
}
