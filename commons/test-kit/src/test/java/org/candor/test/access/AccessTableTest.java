package org.candor.test.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTableTest {

    private static final String HEADING = "method,path,who,why\n";
    private static final AccessTable TABLE = AccessTable.parsed(HEADING
            + "GET,/reports/{incidentId},investigator privacy-officer,One report, with its narrative\n"
            + "GET,/form,anyone,What may be chosen\n"
            + "POST,/documents,scope:audit.documents,Another service hands over\n");

    @Test
    void agreesWhereEachKnowsTheSameOperations() {
        List<String> known = List.of("GET /form", "POST /documents", "GET /reports/{incidentId}");
        assertThat(TABLE.disagreements(known, known)).isEmpty();
    }

    @Test
    void saysWhichOperationOneOfThemDoesNotKnow() {
        assertThat(TABLE.disagreements(
                        List.of("GET /form", "GET /reports/{incidentId}", "GET /new"),
                        List.of("GET /form", "GET /reports/{incidentId}", "GET /new", "GET /hidden")))
                .containsExactly(
                        "GET /hidden has no row in the table; is not in the OpenAPI document;",
                        "GET /new has no row in the table;",
                        "POST /documents is not in the OpenAPI document; is not served;");
    }

    @Test
    void knowsWhoMayPass() {
        AccessTable.Row report = TABLE.rows().get("GET /reports/{incidentId}");
        assertThat(AccessTable.ROLES).filteredOn(report::isFor).containsExactly("investigator", "privacy-officer");
        assertThat(report.why()).isEqualTo("One report, with its narrative");
        assertThat(TABLE.rows().get("GET /form").isForAnyone()).isTrue();
        assertThat(TABLE.rows().get("POST /documents").scopes()).containsExactly("audit.documents");
        assertThat(AccessTable.ROLES).noneMatch(TABLE.rows().get("POST /documents")::isFor);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET,/form,anyone\n",
                "GET,/form,everyone,A role that there is not\n",
                "GET,/form,,Nobody\n",
                "GET,/form,anyone,\n",
                "GET,/form,anyone,Once\nGET,/form,auditor,Twice\n"
            })
    void refusesALineThatSaysNothing(String line) {
        assertThatThrownBy(() -> AccessTable.parsed(HEADING + line)).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/logs/{year: [0-9]{4}}/tile/{tile: (x[0-9]{3}/)*[0-9]{3}} | /logs/{year}/tile/{tile}",
                "//form | /form",
                "/reports/ | /reports",
                "/postings/{slug: [A-Za-z0-9_-]+}.json | /postings/{slug}.json"
            })
    void readsAPathAsTheDocumentHasIt(String path, String plain) {
        assertThat(Operations.withoutPatterns(path)).isEqualTo(plain);
    }
}
