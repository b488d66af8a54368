package org.candor.audit.programme;

import java.util.Arrays;
import java.util.List;
import org.candor.kit.csv.CsvText;

/** Duties as a file: codes, ids and days only, which begin with a letter or digit, so no cell becomes a formula. */
final class DutyReport {

    private static final List<String> HEADER = List.of(
            "Duty",
            "Legal entity",
            "Kind",
            "Title",
            "Department",
            "Role",
            "Person",
            "Every",
            "Due on",
            "Days late",
            "Last done",
            "State");

    private DutyReport() {}

    static String csv(List<DutyView> duties) {
        return CsvText.of(HEADER, duties, DutyReport::cells);
    }

    private static List<?> cells(DutyView duty) {
        return Arrays.asList(
                duty.dutyId(),
                duty.entityId(),
                duty.kind(),
                duty.title(),
                duty.department(),
                duty.role(),
                duty.person(),
                duty.every(),
                duty.dueOn(),
                duty.daysLate(),
                duty.lastDoneOn(),
                duty.state());
    }
}
