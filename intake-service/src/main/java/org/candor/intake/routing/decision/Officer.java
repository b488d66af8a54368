package org.candor.intake.routing.decision;

import java.time.LocalDate;
import java.util.List;
import org.candor.events.DirectoryEvent.Absence;
import org.candor.events.OfficerRole;

/** An active officer of the entity. */
public record Officer(OfficerRole role, String person, String displayName, String mailbox, List<Absence> absences) {

    public Officer {
        absences = List.copyOf(absences);
    }

    boolean isAwayOn(LocalDate day) {
        return absences.stream().anyMatch(absence -> !day.isBefore(absence.from()) && !day.isAfter(absence.until()));
    }

    public Person asPerson() {
        return new Person(person, displayName, mailbox);
    }
}
