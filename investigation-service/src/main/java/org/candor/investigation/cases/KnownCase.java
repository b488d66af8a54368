package org.candor.investigation.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.events.CasePhase;
import org.candor.events.OfficerRole;
import org.candor.investigation.cases.decision.CaseFile;
import org.candor.investigation.cases.decision.Person;
import org.candor.investigation.directory.Directory.LegalEntity;
import org.candor.kit.crypto.IncidentCipher;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.IncidentRouting;

/**
 * A case that the caller may see, as the features beside it know it.
 *
 * @param person the caller with the roles he acts in on this case
 * @param now the moment of the decision
 */
public record KnownCase(
        UUID incidentId,
        String entityId,
        boolean drill,
        CasePhase phase,
        CaseFile file,
        Person person,
        IncidentRouting routing,
        Optional<LegalEntity> entity,
        IncidentCipher cipher,
        Instant now) {

    /** True when he acts in one of these roles, or in place of one. */
    public boolean actsAs(OfficerRole... roles) {
        return Arrays.stream(roles).anyMatch(person.roles()::contains);
    }

    /** Refuses when he acts in none of these roles on this case. */
    public void require(OfficerRole... roles) {
        if (!actsAs(roles)) {
            throw new Problem(InvestigationProblem.ANOTHER_ROLES_MATTER);
        }
    }

    public String subject() {
        return person.subject();
    }

    /** The zone in which legal days are counted; refused while the directory has not told it. */
    public ZoneId zone() {
        return entity.map(LegalEntity::zone)
                .orElseThrow(
                        () -> new Problem(InvestigationProblem.ENTITY_UNKNOWN).missing(List.of("directory.entity")));
    }

    /** The zone in which times are written down; UTC while the directory has not told the entity's. */
    public ZoneId zoneOfTimes() {
        return entity.map(LegalEntity::zone).orElse(ZoneOffset.UTC);
    }

    public LocalDate today() {
        return now.atZone(zone()).toLocalDate();
    }

    /**
     * The local day on which the entity may first have known, as far as the report says: a workforce member's knowledge is
     * the entity's, and so is that of a business associate who is its agent (45 CFR 164.404(a)(2)). Whether he is one is for
     * counsel; until that is known the earlier day counts.
     */
    public LocalDate firstKnownOn() {
        return file.report().firstKnownAt().atZone(zone()).toLocalDate();
    }

    /** True when triage found a disclosure that the rules permit (policy I.B.2.b). */
    public boolean noViolation() {
        return file.classification().map(kind -> kind.noViolation().isPresent()).orElse(false);
    }

    public boolean cyberRelated() {
        return file.classification().map(kind -> kind.cyberRelated()).orElse(false);
    }
}
