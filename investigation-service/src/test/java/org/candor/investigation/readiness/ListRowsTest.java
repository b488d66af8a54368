package org.candor.investigation.readiness;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Function;
import org.candor.investigation.readiness.ListRows.Fault;
import org.candor.investigation.readiness.ListRows.Row;
import org.candor.kit.errors.Problem;
import org.junit.jupiter.api.Test;

/** A list as organisations send it: quoted, marked, in another encoding, with a row that is wrong. */
class ListRowsTest {

    private static final List<String> COLUMNS = List.of("person", "joined_on");

    private static List<Row> rows(String text) {
        return ListRows.of(text.getBytes(UTF_8), COLUMNS);
    }

    private static void fault(Row row, Function<Row, ?> read, String code) {
        assertThatThrownBy(() -> read.apply(row))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(code));
    }

    @Test
    void columnsAreFoundByNameWhateverTheirOrder() {
        List<Row> rows =
                rows("\uFEFFjoined_on,more,person\r\n2026-03-01,,\"Vance, Robin\"\r\n\r\n2026-03-02,x, kim \r\n");
        assertThat(rows).extracting(Row::line).containsExactly(2L, 4L);
        assertThat(rows).extracting(row -> row.whole().text("person")).containsExactly("Vance, Robin", "kim");
        assertThat(rows.getFirst().day("joined_on")).isEqualTo("2026-03-01");
        assertThat(rows.getFirst().optional("more")).isEmpty();
    }

    @Test
    void whatIsWrongWithARowIsNamedByItsColumn() {
        Row row = rows("person,joined_on\n,1 March\n").getFirst();
        fault(row, one -> one.text("person"), "MISSING");
        fault(row, one -> one.day("joined_on"), "NO_ISO_DAY");
        fault(rows("person,joined_on\nkim\n").getFirst(), one -> one.day("joined_on"), "MISSING");
        fault(rows("person,joined_on\nVance, Robin,2026-03-01\n").getFirst(), Row::whole, "TOO_MANY_CELLS");
        fault(rows("person,joined_on\n" + "x".repeat(201) + ",\n").getFirst(), one -> one.text("person"), "UNREADABLE");
    }

    @Test
    void whatIsNoSuchListIsRefusedWhole() {
        for (String text : List.of("", "x", "person,joined_on\n", "person\nkim\n", "person,joined_on\n\"kim,2026\n")) {
            assertThatThrownBy(() -> rows(text)).as(text).isInstanceOf(Problem.class);
        }
        byte[] latin = "person,joined_on\nMuñoz,2026-03-01\n".getBytes(ISO_8859_1);
        assertThatThrownBy(() -> ListRows.of(latin, COLUMNS))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem ->
                                assertThat(problem.faults().getFirst().field()).isEqualTo("line 2"));
    }
}
