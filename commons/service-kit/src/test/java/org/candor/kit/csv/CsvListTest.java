package org.candor.kit.csv;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.candor.kit.csv.CsvList.Row;
import org.candor.kit.errors.CommonProblem;
import org.candor.kit.errors.Problem;
import org.junit.jupiter.api.Test;

/** A list as organisations send it: quoted, marked, in another encoding, cut off. */
class CsvListTest {

    private static final Set<String> COLUMNS = Set.of("person", "joined_on");

    private static CsvList read(String text) {
        return CsvList.read(text.getBytes(UTF_8), 5, CommonProblem.INVALID_FIELD);
    }

    private static void refused(ThrowingCallable reading, String line, String why) {
        assertThatThrownBy(reading)
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.faults()).singleElement().satisfies(fault -> {
                            assertThat(fault.field()).isEqualTo(line);
                            assertThat(fault.message()).contains(why);
                        }));
    }

    @Test
    void columnsAreFoundByNameWhateverTheirOrder() {
        CsvList list = read(
                "\uFEFFjoined_on,more , person\r\n2026-03-01,,\"Vance, Robin\"\r\n\r\n2026-03-02,x, kim \r\n#4\r\n");
        assertThat(list.with(COLUMNS).rows()).extracting(Row::line).containsExactly(2L, 4L, 5L);
        assertThat(list.rows())
                .extracting(row -> row.cell("person").orElse(""))
                .containsExactly("Vance, Robin", "kim", "");
        assertThat(list.rows().getFirst().cell("more")).isEmpty();
        assertThat(list.rows().getFirst().cell("other")).isEmpty();
        assertThat(read("person,joined_on\n").with(COLUMNS).rows()).isEmpty();
    }

    @Test
    void aCommaWithoutQuotesIsSeen() {
        assertThat(read("person,joined_on\nVance, Robin,2026-03-01\nkim\n").rows())
                .extracting(Row::overfull)
                .containsExactly(true, false);
    }

    @Test
    void whatIsNoSuchListIsRefusedWithItsLine() {
        refused(() -> read(""), "line 1", "empty");
        refused(() -> read("person,person\n"), "line 1", "each column once");
        refused(() -> read("person,x\n").with(COLUMNS), "line 1", "lacks joined_on");
        refused(() -> read("person,joined_on,x\n").with(COLUMNS, Set.of("role")), "line 1", "joined_on, person, role");
        refused(() -> read("person\nkim\n\"lee\n"), "line 3", "not closed");
        refused(() -> read("person\n" + "kim\n".repeat(6)), "line 7", "at most 5 rows");
        byte[] latin = "person\nkim\nMuñoz\n".getBytes(ISO_8859_1);
        refused(() -> CsvList.read(latin, 5, CommonProblem.INVALID_FIELD), "line 3", "UTF-8");
    }

    @Test
    void whatIsWrittenIsReadBack() {
        String text = CsvText.of(List.of("a", "b"), List.of("1,\"2\"", "x"), cell -> Arrays.asList(cell, null));
        assertThat(read(text).rows())
                .extracting(row -> row.cell("a").orElseThrow())
                .containsExactly("1,\"2\"", "x");
    }
}
