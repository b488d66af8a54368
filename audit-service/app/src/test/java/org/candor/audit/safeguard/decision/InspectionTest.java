package org.candor.audit.safeguard.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.candor.audit.safeguard.decision.Inspection.Answer;
import org.candor.audit.safeguard.decision.Inspection.Given;
import org.candor.audit.safeguard.decision.Inspection.NotWhole;
import org.candor.audit.safeguard.decision.Inspection.Whole;
import org.candor.audit.safeguard.decision.Place.Risk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** */
class InspectionTest {

    private static final Given MET = new Given(Answer.MET, false);
    private static final Given FOUND = new Given(Answer.NOT_MET, true);

    private final Inspection inspection = new Inspection(List.of("LOCKED", "LABELLED", "CLEARED"));

    @Test
    void whatIsNotMetBecomesAFindingInTheOrderOfTheList() {
        assertThat(inspection.judge(Map.of("CLEARED", FOUND, "LOCKED", FOUND, "LABELLED", MET)))
                .isEqualTo(new Whole(List.of("LOCKED", "CLEARED")));
        Given no = new Given(Answer.NOT_APPLICABLE, false);
        assertThat(inspection.judge(Map.of("CLEARED", no, "LOCKED", no, "LABELLED", MET)))
                .isEqualTo(new Whole(List.of()));
    }

    @Test
    void isNotWholeWithoutAnAnswerToEachQuestionAndWordsForEachFinding() {
        assertThat(inspection.judge(Map.of("LOCKED", MET, "LABELLED", new Given(Answer.NOT_MET, false), "OTHER", MET)))
                .isEqualTo(new NotWhole(Set.of("CLEARED"), Set.of("OTHER"), Set.of("LABELLED")));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "INTERVIEW_ROOM, -, LOW",
                "INTERVIEW_ROOM, HIGH, HIGH",
                "EMPLOYEE_AREA, -, MEDIUM",
                "EMPLOYEE_AREA, LOW, -",
                "TELEPHONE, MEDIUM, MEDIUM",
                "CUBICLE, -, MEDIUM",
                "RECEPTION, -, HIGH",
                "PUBLIC_AREA, MEDIUM, -",
                "SHARED_CUBICLE, HIGH, HIGH"
            })
    void ratesAPlaceNotLowerThanItsKind(Place place, Risk asked, Risk rated) {
        assertThat(place.rated(Optional.ofNullable(asked))).isEqualTo(Optional.ofNullable(rated));
    }
}
