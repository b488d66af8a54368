package org.candor.notification.deadline.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.candor.events.OfficerRole;
import org.candor.notification.directory.decision.Officer;

/**
 * Who is told of a duty. Whoever may not see its incident must be left out of what is given here: then he is told of nothing,
 * in whatever function.
 *
 * @param staff active officers of the entity with a mailbox
 * @param inCharge subjects in charge of the incident in the duty's role, as its routing record says; empty where there is no
 *     incident, or where the record names nobody in that role
 * @param delegates subjects designated by the entity for today (policy I.C.1)
 */
public record Recipients(List<Officer> staff, List<String> inCharge, List<String> delegates) {

    public Recipients {
        staff = List.copyOf(staff);
        inCharge = List.copyOf(inCharge);
        delegates = List.copyOf(delegates);
    }

    /** Why somebody is told. */
    public enum Reason {
        HOLDER,
        DELEGATE,
        ESCALATION
    }

    /** Somebody who is told. */
    public record Recipient(String person, String mailbox, Reason reason) {}

    /**
     * Those who hold the role and are here; where all are away, whom they have designated; where there is nobody either, and of
     * every late duty in addition, the administrator. Each person once.
     *
     * @param today the entity's local day
     */
    public List<Recipient> of(OfficerRole role, boolean late, LocalDate today) {
        List<Officer> here =
                staff.stream().filter(officer -> officer.isHereOn(today)).toList();
        Map<String, Recipient> told = new LinkedHashMap<>();
        add(told, holders(here, role), Reason.HOLDER);
        if (told.isEmpty()) {
            add(told, here.stream().filter(officer -> delegates.contains(officer.person())), Reason.DELEGATE);
        }
        if (told.isEmpty() || late) {
            add(told, here.stream().filter(officer -> officer.role() == OfficerRole.ADMINISTRATOR), Reason.ESCALATION);
        }
        return new ArrayList<>(told.values());
    }

    private Stream<Officer> holders(List<Officer> here, OfficerRole role) {
        return here.stream()
                .filter(officer -> officer.role() == role)
                .filter(officer -> inCharge.isEmpty() || inCharge.contains(officer.person()));
    }

    private static void add(Map<String, Recipient> told, Stream<Officer> some, Reason reason) {
        some.forEach(officer ->
                told.putIfAbsent(officer.person(), new Recipient(officer.person(), officer.mailbox(), reason)));
    }
}
