package org.candor.local.supply;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class LicencesTest {

    private static final String BILL = """
            {"components": [
              {"group": "a", "name": "free", "version": "1", "licenses": [{"license": {"id": "Apache-2.0"}}]},
              {"group": "b", "name": "either", "version": "2",
               "licenses": [{"license": {"id": "GPL-2.0-only"}}, {"license": {"id": "EPL-2.0"}}]},
              {"group": "c", "name": "closed", "version": "3", "licenses": [{"license": {"name": "Ask us"}}]},
              {"group": "d", "name": "silent", "version": "4"}]}
            """;

    @Test
    void refusesALicenceThatIsNotOnTheListAndALibraryThatNamesNone() throws IOException {
        assertThat(Licences.refused(bill(), Licences.allowed()))
                .containsExactly("c:closed:3 [Ask us]", "d:silent:4 []");
    }

    @Test
    void listsEachLibraryUnderEachOfItsLicences() throws IOException {
        assertThat(Licences.byLicence(bill()))
                .containsOnlyKeys("Apache-2.0", "GPL-2.0-only", "EPL-2.0", "Ask us")
                .hasEntrySatisfying(
                        "EPL-2.0", libraries -> assertThat(libraries).containsExactly("b:either:2"));
    }

    private static JsonNode bill() throws IOException {
        return new ObjectMapper().readTree(BILL);
    }
}
