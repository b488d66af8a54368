package org.candor.notification.hhs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AnswersTest {

    private static final Portal PORTAL = Portal.read();

    @Test
    void thePortalsFieldsAreWholeAndUnique() {
        Set<String> ids = new HashSet<>();
        PORTAL.screens()
                .forEach(screen -> screen.fields().forEach(field -> {
                    assertThat(ids.add(field.id())).as(field.id()).isTrue();
                    boolean choice = field.type() == Portal.Type.ONE || field.type() == Portal.Type.MANY;
                    assertThat(field.values() != null).as(field.id()).isEqualTo(choice);
                    if (field.when() != null) {
                        assertThat(PORTAL.field(field.when().field())
                                        .orElseThrow()
                                        .values())
                                .containsAll(field.when().is());
                    }
                }));
        assertThat(PORTAL.screens()).hasSize(5);
        assertThat(ids).hasSizeGreaterThan(40);
    }

    @Test
    void asksOnlyWhatDependsOnAGivenAnswer() {
        Answers answers = new Answers(Map.of("phiTypes", List.of("Clinical")));

        assertThat(answers.missing(PORTAL)).contains("clinical").doesNotContain("demographic", "baName");
    }

    @Test
    void refusesWhatThePortalWouldNotTake() {
        Answers answers = new Answers(Map.of(
                "breachType", List.of("Bad luck"),
                "breachStart", List.of("18.11.2026"),
                "individuals", List.of("many"),
                "filer", List.of("Covered entity for its own breach", "Covered entity for its own breach"),
                "description", List.of("x".repeat(4001)),
                "nonsense", List.of("x")));

        assertThat(answers.wrong(PORTAL))
                .containsExactly("breachStart", "breachType", "description", "filer", "individuals", "nonsense");
    }

    @Test
    void theOfficersAnswerGoesBeforeWhatIsKnown() {
        Answers merged = new Answers(Map.of("entityCity", List.of("Larkspur Falls")))
                .over(new Answers(Map.of("entityCity", List.of("Elsewhere"), "entityState", List.of("WI"))));

        assertThat(merged.values())
                .containsEntry("entityCity", List.of("Larkspur Falls"))
                .containsEntry("entityState", List.of("WI"));
    }
}
