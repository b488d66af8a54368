package org.candor.investigation.cases;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.candor.events.OfficerRole;
import org.candor.investigation.cases.decision.Person;
import org.candor.investigation.directory.Directory.LegalEntity;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.candor.kit.identity.IncidentRouting;

/**
 * The caller as he acts on one case.
 *
 * @param standingInFor roles he has on this case only because its officer is absent or recused
 */
record Acting(Person person, Set<OfficerRole> standingInFor, Optional<LegalEntity> entity) {

    private static final List<OfficerRole> REPLACEABLE =
            List.of(OfficerRole.PRIVACY_OFFICER, OfficerRole.SECURITY_OFFICER);

    /**
     * An administrator to whom the case was routed because an officer is absent or recused acts in that officer's place
     * (policy I.B.1.c).
     */
    static Acting on(IncidentRouting routing, Caller caller, Optional<LegalEntity> entity) {
        Set<OfficerRole> roles = EnumSet.noneOf(OfficerRole.class);
        Arrays.stream(OfficerRole.values())
                .filter(role -> caller.hasRole(role.tokenRole()))
                .forEach(roles::add);
        boolean inCharge = roles.contains(OfficerRole.ADMINISTRATOR)
                && routing.holdersOf(OfficerRole.ADMINISTRATOR).contains(caller.subject());
        Set<OfficerRole> standingInFor = EnumSet.noneOf(OfficerRole.class);
        REPLACEABLE.stream()
                .filter(role -> inCharge && routing.holdersOf(role).isEmpty())
                .filter(roles::add)
                .forEach(standingInFor::add);
        return new Acting(new Person(caller.subject(), roles), standingInFor, entity);
    }

    /** How he signs for a role. */
    String title(OfficerRole role) {
        String office = role == OfficerRole.PRIVACY_OFFICER ? "Privacy Officer" : "Security Officer";
        return standingInFor.contains(role) ? "Administrator, in place of the " + office : office;
    }

    /** The zone in which the legal days of the case are counted. */
    ZoneId zone() {
        return entity.map(LegalEntity::zone)
                .orElseThrow(
                        () -> new Problem(InvestigationProblem.ENTITY_UNKNOWN).missing(List.of("directory.entity")));
    }
}
