package org.candor.notification.deadline.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.candor.events.OfficerRole;
import org.candor.notification.directory.decision.Helper;
import org.candor.notification.directory.decision.Officer;

/**
 * Who is told of a duty. Whoever may not see its incident must be left out of what is given here: then he is told of nothing,
 * in whatever function (policy I.B.1.c).
 *
 * @param staff active officers of the entity with a mailbox
 * @param inCharge subjects in charge of the incident in the duty's role, as its routing record says; empty where there is no
 *     incident, or where the record names nobody in that role
 * @param helpers designated by the entity for today, with a mailbox (policy I.C.1)
 */
public record Recipients(List<Officer> staff, List<String> inCharge, List<Helper> helpers) {

    public Recipients {
        staff = List.copyOf(staff);
        inCharge = List.copyOf(inCharge);
        helpers = List.copyOf(helpers);
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
     * Those who hold the role or were put in charge beside its holder, and are here; where all are away, whom they have
     * designated (policy I.C.1); where there is nobody either (I.B.1.c), and of every late duty in addition, the
     * administrator. Each person once.
     *
     * @param today the entity's local day
     */
    public List<Recipient> of(OfficerRole role, boolean late, LocalDate today) {
        List<Officer> here =
                staff.stream().filter(officer -> officer.isHereOn(today)).toList();
        List<Helper> able = helpers.stream()
                .filter(helper -> helper.helps(role) && isHere(helper, today))
                .toList();
        Map<String, Recipient> told = new LinkedHashMap<>();
        add(told, officers(here.stream().filter(officer -> holds(officer, role)), Reason.HOLDER));
        add(told, helpers(able.stream().filter(helper -> inCharge.contains(helper.person())), Reason.HOLDER));
        if (told.isEmpty()) {
            add(told, helpers(able.stream(), Reason.DELEGATE));
        }
        if (told.isEmpty() || late) {
            add(
                    told,
                    officers(
                            here.stream().filter(officer -> officer.role() == OfficerRole.ADMINISTRATOR),
                            Reason.ESCALATION));
        }
        return new ArrayList<>(told.values());
    }

    private boolean holds(Officer officer, OfficerRole role) {
        return officer.role() == role && (inCharge.isEmpty() || inCharge.contains(officer.person()));
    }

    /** Of a helper's absences the directory knows only where he is an officer himself. */
    private boolean isHere(Helper helper, LocalDate today) {
        return staff.stream()
                .filter(officer -> officer.person().equals(helper.person()))
                .allMatch(officer -> officer.isHereOn(today));
    }

    private static Stream<Recipient> officers(Stream<Officer> some, Reason reason) {
        return some.map(officer -> new Recipient(officer.person(), officer.mailbox(), reason));
    }

    private static Stream<Recipient> helpers(Stream<Helper> some, Reason reason) {
        return some.map(helper -> new Recipient(helper.person(), helper.mailbox(), reason));
    }

    private static void add(Map<String, Recipient> told, Stream<Recipient> some) {
        some.forEach(one -> told.putIfAbsent(one.person(), one));
    }
}
