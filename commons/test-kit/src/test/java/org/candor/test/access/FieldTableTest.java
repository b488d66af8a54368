package org.candor.test.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldTableTest {

    private static final String HEADING = "method,path,fields,who,why\n";
    private static final String ACCESS = """
            method,path,who,why
            GET,/cases/{id},privacy-officer auditor,A case
            POST,/cases/{id}/close,privacy-officer,Close it
            """;

    private final FieldTable table = FieldTable.parsed(HEADING + """
            GET,/cases/{id},id phase closedAt? counts.*,privacy-officer auditor,Where it stands
            GET,/cases/{id},steps[].result,privacy-officer,What was found, in words
            """);

    @Test
    void tellsWhatEachRoleIsShown() {
        FieldTable.View officer = table.of("GET /cases/{id}", "privacy-officer");
        FieldTable.View auditor = table.of("GET /cases/{id}", "auditor");

        assertThat(officer.always()).containsExactlyInAnyOrder("id", "phase", "steps[].result");
        assertThat(auditor.always()).containsExactlyInAnyOrder("id", "phase");
        assertThat(auditor.allows("closedAt")).isTrue();
        assertThat(auditor.allows("counts.OPEN")).isTrue();
        assertThat(auditor.allows("steps[].result")).isFalse();
        assertThat(auditor.allows("countsOfOthers")).isFalse();
        assertThat(table.of("GET /cases/{id}", "counsel").always()).isEmpty();
    }

    @Test
    void namesRowsThatNoReadingOrNoReaderStandsBehind() {
        assertThat(table.strangers(AccessTable.parsed(ACCESS))).isEmpty();
        FieldTable stale = FieldTable.parsed(HEADING + """
                GET,/cases/{id},id,counsel,Nobody lets him in
                GET,/gone,id,auditor,It is no more
                POST,/cases/{id}/close,id,privacy-officer,No reading
                """);
        assertThat(stale.strangers(AccessTable.parsed(ACCESS)))
                .containsExactly(
                        "GET /cases/{id} is not for counsel",
                        "GET /gone is no reading of access.csv",
                        "POST /cases/{id}/close is no reading of access.csv");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET,/a,id id?,auditor,Twice",
                "GET,/a,id,auditor,Once\nGET,/a,id,auditor privacy-officer,And again",
                "GET,/a,id,somebody,Nobody is called so",
                "GET,/a,id,auditor,",
                "GET,/a,,auditor,Nothing is shown"
            })
    void refusesALineThatSaysNothingClear(String lines) {
        assertThatThrownBy(() -> FieldTable.parsed(HEADING + lines)).isInstanceOf(IllegalStateException.class);
    }
}
