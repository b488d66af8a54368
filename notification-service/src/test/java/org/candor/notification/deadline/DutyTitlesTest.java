package org.candor.notification.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DutyTitlesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Answer the complaint                                              | Responder a la queja
            Ask whoever reported whether there was retaliation (30 days)      | Preguntar a quien denunció si hubo represalias (30 días)
            Tell Illinois Attorney General (IL)                               | Avisar a la Fiscalía General de Illinois (IL)
            Tell residents of the State (WI)                                  | Avisar a los residentes del estado (WI)
            Tell Secretary of Health and Human Services, by the breach portal | Avisar a la Secretaría de Salud y Servicios Humanos, por el portal de filtraciones
            Tell one affected covered entity, and name its people             | Avisar a una entidad cubierta afectada e indicar quiénes son sus personas
            Tell Florida Department of Legal Affairs (FL): another does it for the entity, see that it does and record the proof | Avisar a Florida Department of Legal Affairs (FL): otro lo hace por la entidad; compruebe que lo haga y registre la prueba
            Inspect the workplace: Annex $1, Records                          | Inspeccionar el lugar de trabajo: Annex $1, Records
            Review RR-01, also if nothing has changed                         | Revisar RR-01, aunque nada haya cambiado
            """)
    void aKnownTitleIsSaidInSpanish(String english, String spanish) {
        assertThat(DutyTitles.SPANISH.of(english)).contains(spanish);
    }

    @Test
    void everyDutyOfTheProgrammeAndEveryRecipientHasSpanishWords() throws IOException {
        assertThat(of("audit-service/app/src/main/resources/programme/kinds.json", "title"))
                .isNotEmpty()
                .allSatisfy(title -> assertThat(DutyTitles.SPANISH.of(title)).isPresent());
        assertThat(of("breach-service/src/main/resources/rules/federal.json", "recipient"))
                .isNotEmpty()
                .allSatisfy(recipient -> assertThat(
                                DutyTitles.SPANISH.of("Tell " + recipient).orElseThrow())
                        .doesNotContain(recipient));
    }

    private static List<String> of(String file, String field) throws IOException {
        return new ObjectMapper().readTree(new File("..", file)).findValuesAsText(field);
    }

    @Test
    void anUnknownTitleStaysEnglishAndIsMarkedSo() {
        BoardWords spanish = BoardWords.in("es");

        assertThat(spanish.duty("Count <all> keys (twice)")).isEqualTo("Count <all> keys (twice)");
        assertThat(spanish.dutyHtml("Count <all> keys (twice)"))
                .isEqualTo("<span lang=\"en\">Count &lt;all&gt; keys (twice)</span>");
        assertThat(BoardWords.in("en").dutyHtml("Answer the complaint")).isEqualTo("Answer the complaint");
    }
}
