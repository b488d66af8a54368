package org.candor.notification.text.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.candor.notification.text.decision.Checklist.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChecklistTest {

    private static final Element FIVE = element("US", "what happened, with the day of the breach", true);
    private static final Element NO_WAIVER = element("US", "a condition or a waiver of rights", false);
    private static final Element TITLE = element("CA", "the title \"Notice of Data Breach\"", true);
    private static final Element NO_COUNT = element("IL", "the number of residents", false);
    private static final Element NO_NATURE = element("MA", "the nature of the breach", false);

    @Test
    void theFormHoldsWhatHipaaAsksFor() {
        assertThat(status(FIVE, Set.of(), Set.of())).isEqualTo(Status.BY_THE_FORM);
        assertThat(status(NO_WAIVER, Set.of(), Set.of())).isEqualTo(Status.READ_BY_APPROVER);
    }

    @Test
    void theAuthorAnswersForWhatAStateAsksFor() {
        assertThat(status(TITLE, Set.of(), Set.of())).isEqualTo(Status.OPEN);
        assertThat(status(TITLE, Set.of(TITLE.id()), Set.of())).isEqualTo(Status.CONFIRMED);
        assertThat(status(NO_COUNT, Set.of(), Set.of())).isEqualTo(Status.OPEN);
    }

    @Test
    void whatHipaaAsksForAndAStateForbidsIsForCounselWhateverTheAuthorSays() {
        assertThat(status(NO_NATURE, Set.of(NO_NATURE.id()), Set.of())).isEqualTo(Status.FOR_COUNSEL);
        assertThat(status(NO_NATURE, Set.of(), Set.of(NO_NATURE.id()))).isEqualTo(Status.DECIDED);
        assertThat(NO_NATURE.collision()).contains("45 CFR 164.404(c)(1)(A)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "the types of personal information involved|45 CFR 164.404(c)(1)(B)",
                "steps that residents may take|45 CFR 164.404(c)(1)(C)",
                "how the entity investigates|45 CFR 164.404(c)(1)(D)",
                "a toll-free number|45 CFR 164.404(c)(1)(E)",
            })
    void eachOfTheFiveElementsCanCollide(String forbidden, String citation) {
        assertThat(element("MA", forbidden, false).collision()).contains(citation);
        assertThat(element("MA", forbidden, true).collision()).isEmpty();
        assertThat(element("US", forbidden, false).collision()).isEmpty();
    }

    private static Status status(Element element, Set<UUID> confirmed, Set<UUID> decided) {
        return Checklist.of(List.of(element), confirmed, decided)
                .items()
                .getFirst()
                .status();
    }

    private static Element element(String jurisdiction, String wording, boolean must) {
        return new Element(UUID.randomUUID(), jurisdiction, jurisdiction.equals("US"), "a section", wording, must);
    }
}
