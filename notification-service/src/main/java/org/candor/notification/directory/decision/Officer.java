package org.candor.notification.directory.decision;

import java.time.LocalDate;
import java.util.List;
import org.candor.events.DirectoryEvent.Absence;
import org.candor.events.OfficerRole;

/** An officer of the directory in one of his roles; one person may hold several. */
public record Officer(OfficerRole role, String person, String mailbox, List<Absence> absences) {

    public Officer {
        absences = List.copyOf(absences);
    }

    /** No absence holds that day; both its ends count. */
    public boolean isHereOn(LocalDate day) {
        return absences.stream().noneMatch(absence -> !day.isBefore(absence.from()) && !day.isAfter(absence.until()));
    }
}
