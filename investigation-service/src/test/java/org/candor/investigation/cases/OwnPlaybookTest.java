package org.candor.investigation.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.candor.investigation.cases.CaseDesk.PRIVACY;
import static org.candor.investigation.cases.CaseDesk.SECURITY;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.candor.events.ReportKind;
import org.candor.test.Database;
import org.candor.test.OnRealPlatform;
import org.junit.jupiter.api.Test;

/** An organisation with a playbook of its own. */
@QuarkusTest
@OnRealPlatform
@TestProfile(OwnPlaybookTest.WithOwnPlaybook.class)
class OwnPlaybookTest {

    /** The shipped containment with one step more. */
    public static class WithOwnPlaybook implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            try {
                ObjectMapper json = new ObjectMapper();
                ObjectNode own = (ObjectNode)
                        json.readTree(WithOwnPlaybook.class.getResourceAsStream("/playbook/containment.json"));
                own.put("version", 41);
                ArrayNode steps = (ArrayNode) own.get("steps");
                steps.add(
                        ((ObjectNode) steps.get(0)).deepCopy().put("id", "LF-1").put("title", "Call the county"));
                Path folder = Files.createDirectories(Path.of("target", "own-playbook"));
                json.writeValue(folder.resolve("containment.json").toFile(), own);
                return Map.of("candor.playbooks", folder.toAbsolutePath().toString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Test
    void itsOwnStepIsAskedAndItsVersionIsKeptWithTheEntry() {
        CaseDesk desk = CaseDesk.reported(ReportKind.SECURITY_INCIDENT).triaged(false, true, false);
        desk.get(PRIVACY, "")
                .body("playbook.version", equalTo(41))
                .body("playbook.steps.id", hasItems("C-05", "LF-1"))
                .body("missing", hasItem("step.LF-1"));
        desk.post(SECURITY, "/steps", CaseDesk.done("LF-1", 0)).statusCode(201);
        assertThat(Database.number("select playbook from step_entry where incident_id = ?", desk.incident))
                .isEqualTo(41);
    }
}
