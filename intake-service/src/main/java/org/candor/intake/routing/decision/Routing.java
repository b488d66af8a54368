package org.candor.intake.routing.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.candor.events.OfficerRole;
import org.candor.events.RoutingEvent.Assigned;
import org.candor.intake.routing.decision.Route.Reason;

/** Sends a report to the officers (policy I.B.1.c). */
public final class Routing {

    private static final Set<OfficerRole> OFFICERS = Set.of(OfficerRole.PRIVACY_OFFICER, OfficerRole.SECURITY_OFFICER);

    /** Who takes over when no officer can, in this order. */
    private static final List<OfficerRole> FALLBACK =
            List.of(OfficerRole.ADMINISTRATOR, OfficerRole.COUNSEL, OfficerRole.INVESTIGATOR);

    private Routing() {}

    /**
     * Decides the route.
     *
     * @param directory active officers of the entity
     * @param implicated persons whom the report implicates, as the reporter wrote them
     * @param today the entity's local day
     */
    public static Route route(List<Officer> directory, List<String> implicated, LocalDate today) {
        List<Officer> recused =
                directory.stream().filter(isImplicated(implicated)).toList();
        List<Officer> free = directory.stream()
                .filter(officer -> !holdsRecusedPerson(recused, officer))
                .toList();
        List<Officer> available = officersOf(free).stream()
                .filter(officer -> !officer.isAwayOn(today))
                .toList();
        boolean officerImplicated = !officersOf(recused).isEmpty();
        List<Officer> inCharge = new ArrayList<>(available);
        // Where an officer is involved, the administrator is in charge beside whoever of them remains.
        if (officerImplicated || available.isEmpty()) {
            inCharge.addAll(fallback(free, today));
        }
        return new Route(assigned(inCharge), persons(recused), reason(available, inCharge, officerImplicated));
    }

    private static Reason reason(List<Officer> available, List<Officer> inCharge, boolean officerImplicated) {
        if (inCharge.isEmpty()) {
            return Reason.NOBODY_IN_DIRECTORY;
        }
        if (officerImplicated) {
            return Reason.OFFICER_IMPLICATED;
        }
        if (available.isEmpty()) {
            return Reason.OFFICERS_ABSENT;
        }
        long roles = available.stream().map(Officer::role).distinct().count();
        return roles == OFFICERS.size() ? Reason.BOTH_OFFICERS : Reason.ONE_OFFICER_AVAILABLE;
    }

    private static List<Officer> fallback(List<Officer> free, LocalDate today) {
        for (OfficerRole role : FALLBACK) {
            List<Officer> holders = free.stream()
                    .filter(officer -> officer.role() == role && !officer.isAwayOn(today))
                    .toList();
            if (!holders.isEmpty()) {
                return holders;
            }
        }
        return List.of();
    }

    private static List<Officer> officersOf(List<Officer> some) {
        return some.stream()
                .filter(officer -> OFFICERS.contains(officer.role()))
                .toList();
    }

    private static Predicate<Officer> isImplicated(List<String> implicated) {
        return officer -> implicated.stream().anyMatch(officer::isNamedBy);
    }

    /** One person may hold two roles: being implicated recuses him from both. */
    private static boolean holdsRecusedPerson(List<Officer> recused, Officer officer) {
        return recused.stream().anyMatch(other -> other.person().equals(officer.person()));
    }

    private static List<Assigned> assigned(List<Officer> officers) {
        return officers.stream()
                .map(officer -> new Assigned(officer.role(), officer.person()))
                .distinct()
                .toList();
    }

    private static List<String> persons(List<Officer> officers) {
        return officers.stream().map(Officer::person).distinct().toList();
    }
}
