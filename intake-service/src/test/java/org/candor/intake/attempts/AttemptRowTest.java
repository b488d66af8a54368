package org.candor.intake.attempts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.candor.intake.attempts.decision.AttemptRow;
import org.candor.intake.attempts.decision.AttemptRow.Refused;
import org.candor.intake.attempts.decision.AttemptRow.Taken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttemptRowTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @Test
    void takesARowWithAndWithoutASystem() {
        assertThat(row("source", " 203.0.113.44 ")).isEqualTo(new Taken("203.0.113.44", TODAY, "patient portal", 1843));
        assertThat(row("system", "")).isEqualTo(new Taken("203.0.113.9", TODAY, "", 1843));
        assertThat(row("source", "שלום 📎")).isInstanceOf(Taken.class);
    }

    @ParameterizedTest
    @CsvSource({
        "source, ''",
        "source, '   '",
        "source, 'two\nlines'",
        "day, 2026-03-03",
        "day, 2026-02-30",
        "day, 1999-12-31",
        "day, 03/02/2026",
        "day, ''",
        "attempts, 0",
        "attempts, -4",
        "attempts, 1.5",
        "attempts, many",
        "attempts, 9999999999999",
        "attempts, ''",
        "system, 'a\tb'"
    })
    void refusesARowAndNamesTheColumnButNotTheValue(String column, String value) {
        AttemptRow row = row(column, value);
        assertThat(row).isInstanceOf(Refused.class);
        assertThat(((Refused) row).column()).isEqualTo(column);
        assertThat(value.isBlank() || !((Refused) row).why().contains(value)).isTrue();
    }

    @Test
    void refusesWhatIsTooLongByCharactersAndNotByUnits() {
        assertThat(row("source", "📎".repeat(200))).isInstanceOf(Taken.class);
        assertThat(row("source", "📎".repeat(201))).isInstanceOf(Refused.class);
    }

    private static AttemptRow row(String column, String value) {
        Map<String, String> columns = new HashMap<>(Map.of(
                "source", "203.0.113.9", "day", TODAY.toString(), "system", "patient portal", "attempts", "1843"));
        columns.put(column, value);
        return AttemptRow.of(columns, TODAY);
    }
}
