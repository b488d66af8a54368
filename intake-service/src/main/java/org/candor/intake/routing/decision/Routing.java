package org.candor.intake.routing.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.candor.events.OfficerRole;
import org.candor.events.ReportKind;
import org.candor.events.RoutingEvent.Assigned;
import org.candor.intake.routing.decision.Route.Reason;

/**
 * Sends a report to the officers (policy I.B.1.c).
 *
 * @param substitutes who takes over when no officer can, in this order
 */
public record Routing(List<OfficerRole> substitutes) {

    private static final Set<OfficerRole> OFFICERS = Set.of(OfficerRole.PRIVACY_OFFICER, OfficerRole.SECURITY_OFFICER);

    /** Identity providers give such ids to users; no name looks like one. */
    private static final Pattern SUBJECT = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    public Routing {
        substitutes = List.copyOf(substitutes);
    }

    /**
     * Decides the route.
     *
     * @param implicated persons whom the report implicates, as the reporter wrote them
     * @param recusedBefore subjects who stay recused whatever the directory says now
     * @param today the entity's local day
     */
    public Route route(
            Staff staff, ReportKind kind, List<String> implicated, Collection<String> recusedBefore, LocalDate today) {
        Set<String> recused = recused(staff, implicated, recusedBefore);
        List<Officer> free = staff.officers().stream()
                .filter(officer -> !recused.contains(officer.person()))
                .toList();
        List<Officer> present =
                free.stream().filter(officer -> !officer.isAwayOn(today)).toList();
        List<Officer> available = present.stream().filter(Routing::isOfficer).toList();
        boolean officerImplicated =
                staff.officers().stream().anyMatch(officer -> isOfficer(officer) && recused.contains(officer.person()));
        boolean everybodyImplicated = free.stream().noneMatch(this::canBeInCharge)
                && staff.officers().stream().anyMatch(this::canBeInCharge);
        List<Officer> inCharge = new ArrayList<>(available);
        // Where an officer is involved, the administrator is in charge beside whoever of them remains.
        if (officerImplicated || available.isEmpty()) {
            inCharge.addAll(substitutes(present));
        }
        // Rather somebody who is away than nobody.
        if (inCharge.isEmpty()) {
            inCharge.addAll(free.stream().filter(Routing::isOfficer).toList());
        }
        if (inCharge.isEmpty()) {
            inCharge.addAll(substitutes(free));
        }
        List<Assigned> helpers = staff.delegates().stream()
                .filter(delegate -> delegate.helpsWith(kind, today) && mayHelp(delegate, staff, recused))
                .map(delegate -> new Assigned(delegate.role(), delegate.person()))
                .toList();
        return new Route(
                Stream.concat(assigned(inCharge).stream(), helpers.stream())
                        .distinct()
                        .toList(),
                List.copyOf(recused),
                reason(available, inCharge, officerImplicated, everybodyImplicated));
    }

    /**
     * Whose duty a step is that falls to the officers (policy I.B.1.c): of the officers and then of those who take over, the
     * first role with somebody who is not involved; else the first that nobody who is involved holds.
     */
    public OfficerRole responsible(Staff staff, Collection<String> recused) {
        List<OfficerRole> order = Stream.concat(
                        Stream.of(OfficerRole.PRIVACY_OFFICER, OfficerRole.SECURITY_OFFICER), substitutes.stream())
                .toList();
        Map<Boolean, Set<OfficerRole>> held = staff.officers().stream()
                .collect(Collectors.partitioningBy(
                        officer -> recused.contains(officer.person()),
                        Collectors.mapping(Officer::role, Collectors.toSet())));
        return order.stream()
                .filter(held.get(false)::contains)
                .findFirst()
                .or(() -> order.stream()
                        .filter(role -> !held.get(true).contains(role))
                        .findFirst())
                .orElse(OfficerRole.ADMINISTRATOR);
    }

    /** Subjects for whom the incident does not exist: those of before, and whom the directory knows as implicated. */
    public static Set<String> recused(Staff staff, List<String> implicated, Collection<String> recusedBefore) {
        Set<String> recused = new LinkedHashSet<>(recusedBefore);
        staff.people().stream()
                .filter(isImplicated(implicated))
                .map(Person::subject)
                .forEach(recused::add);
        // Whoever can sign in can be recused, also when the directory does not know him.
        implicated.stream()
                .map(String::strip)
                .filter(text -> SUBJECT.matcher(text).matches())
                .map(text -> text.toLowerCase(Locale.ROOT))
                .forEach(recused::add);
        return recused;
    }

    private static Reason reason(
            List<Officer> available, List<Officer> inCharge, boolean officerImplicated, boolean everybodyImplicated) {
        if (everybodyImplicated) {
            return Reason.EVERYBODY_IMPLICATED;
        }
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

    private List<Officer> substitutes(List<Officer> some) {
        for (OfficerRole role : substitutes) {
            List<Officer> holders =
                    some.stream().filter(officer -> officer.role() == role).toList();
            if (!holders.isEmpty()) {
                return holders;
            }
        }
        return List.of();
    }

    private boolean canBeInCharge(Officer officer) {
        return isOfficer(officer) || substitutes.contains(officer.role());
    }

    private static boolean isOfficer(Officer officer) {
        return OFFICERS.contains(officer.role());
    }

    private static Predicate<Person> isImplicated(List<String> implicated) {
        return person -> implicated.stream().anyMatch(person::isNamedBy);
    }

    /**
     * A delegate gets what the officer would get whom he helps (policy I.C.1), also while that one is away; he stands in for
     * nobody else. Whoever acts for somebody who may be involved has the same conflict (I.B.1.c; counsel may read it otherwise).
     */
    private static boolean mayHelp(Delegate delegate, Staff staff, Set<String> recused) {
        List<Officer> helped = staff.officers().stream()
                .filter(officer -> officer.role() == delegate.role())
                .toList();
        return !helped.isEmpty()
                && !recused.contains(delegate.person())
                && helped.stream().noneMatch(officer -> recused.contains(officer.person()));
    }

    private static List<Assigned> assigned(List<Officer> officers) {
        return officers.stream()
                .map(officer -> new Assigned(officer.role(), officer.person()))
                .toList();
    }
}
