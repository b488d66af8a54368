package org.candor.notification.alert.decision;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.candor.events.OfficerRole;
import org.candor.notification.directory.decision.Officer;

/**
 * Who watches over somebody that let himself in. Whoever may not see the incident must be left out of what is given here.
 *
 * @param inCharge of the incident, helpers included
 * @param staff active officers of the entity with a mailbox
 */
public record Watching(List<Officer> inCharge, List<Officer> staff) {

    /** Who goes on with what cannot be left to those in charge (policy I.B.1.c). */
    private static final List<OfficerRole> NEXT = List.of(OfficerRole.ADMINISTRATOR, OfficerRole.COUNSEL);

    public Watching {
        inCharge = List.copyOf(inCharge);
        staff = List.copyOf(staff);
    }

    /** Nobody is a second person to himself: where only he is in charge it is the next role that has another holder. */
    public List<Officer> over(String person) {
        Predicate<Officer> another = officer -> !officer.person().equals(person);
        Stream<List<Officer>> roles = NEXT.stream()
                .map(role ->
                        staff.stream().filter(officer -> officer.role() == role).toList());
        return Stream.concat(Stream.of(inCharge), roles)
                .map(some -> some.stream().filter(another).toList())
                .filter(some -> !some.isEmpty())
                .findFirst()
                .orElse(List.of());
    }
}
