package org.candor.investigation.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.candor.events.CasePhase;
import org.candor.investigation.cases.decision.Playbook;
import org.candor.investigation.cases.decision.Playbook.Need;
import org.candor.investigation.cases.decision.Playbooks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    /** An organisation adds what is its own, and the version of its own playbook is what entries keep. */
    @Test
    void takesAnOrganisationsOwnStepsAndRules(@TempDir Path folder) throws IOException {
        ObjectNode own = containment();
        own.put("version", 7);
        ObjectNode step = ((ObjectNode) own.get("steps").get(0)).deepCopy().put("id", "LF-1");
        ((ArrayNode) own.get("steps")).add(step);
        Playbooks playbooks = PlaybookReader.from(written(folder, own));
        assertThat(playbooks.of(CasePhase.CONTAINMENT).step("LF-1")).isPresent();
        assertThat(playbooks.of(CasePhase.CONTAINMENT).version()).isEqualTo(7);
        assertThat(playbooks.of(CasePhase.RECOVERY).steps()).hasSize(8);
    }

    /** A mandatory step that is gone is named, and so are the weaker ways of removing it. */
    @Test
    void refusesToStartWithoutAMandatoryStepAndNamesIt(@TempDir Path folder) throws IOException {
        ObjectNode without = containment();
        ((ArrayNode) without.get("steps")).remove(1);
        assertThatThrownBy(() -> PlaybookReader.from(written(folder, without)))
                .hasMessageContaining("lacks step C-02 (Decide whether forensic analysis is needed)");

        ObjectNode weaker = containment();
        ((ObjectNode) weaker.get("steps").get(0)).put("need", "OPTIONAL");
        assertThatThrownBy(() -> PlaybookReader.from(written(folder, weaker))).hasMessageContaining("step C-01");

        ObjectNode unapproved = containment();
        unapproved.get("steps").forEach(step -> ((ObjectNode) step).remove("approval"));
        assertThatThrownBy(() -> PlaybookReader.from(written(folder, unapproved)))
                .hasMessageContaining("step C-15b")
                .hasMessageContaining("step C-17");

        ObjectNode unordered = containment();
        ((ArrayNode) unordered.get("order")).remove(0);
        assertThatThrownBy(() -> PlaybookReader.from(written(folder, unordered)))
                .hasMessageContaining("order rule volatile-data-before-freezing");
    }

    @Test
    void refusesAFolderThatIsNotThereAndAFileThatIsNoPlaybook(@TempDir Path folder) throws IOException {
        assertThatThrownBy(() -> PlaybookReader.from(folder.resolve("nowhere"))).hasMessageContaining("nowhere");
        Files.writeString(folder.resolve("recovery.json"), "{}");
        assertThatThrownBy(() -> PlaybookReader.from(folder)).hasMessageContaining("recovery.json");
    }

    private static Path written(Path folder, ObjectNode playbook) throws IOException {
        Files.writeString(folder.resolve("containment.json"), playbook.toString());
        return folder;
    }

    private static ObjectNode containment() throws IOException {
        JsonNode node =
                new ObjectMapper().readTree(PlaybookReaderTest.class.getResourceAsStream("/playbook/containment.json"));
        return (ObjectNode) node;
    }
}
