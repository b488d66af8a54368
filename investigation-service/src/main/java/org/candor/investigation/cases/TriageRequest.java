package org.candor.investigation.cases;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.candor.investigation.cases.decision.Classification;
import org.candor.investigation.cases.decision.CyberTest;
import org.candor.investigation.cases.decision.PermittedDisclosure;
import org.candor.investigation.cases.decision.PermittedDisclosure.Belief;
import org.candor.investigation.cases.decision.PermittedDisclosure.ByCrimeVictim;
import org.candor.investigation.cases.decision.PermittedDisclosure.ByWhistleBlower;
import org.candor.investigation.cases.decision.PermittedDisclosure.Incidental;
import org.candor.investigation.cases.decision.PermittedDisclosure.Recipient;
import org.candor.investigation.cases.decision.PermittedDisclosure.SuspectInformation;
import org.candor.kit.errors.CommonProblem;
import org.candor.kit.errors.Problem;
import org.candor.kit.web.CleanText;
import org.candor.kit.web.PersonalText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The answers of triage. */
@Schema(name = "TriageRequest")
record TriageRequest(
        @Schema(examples = "true") @NotNull Boolean privacy,
        @Schema(examples = "true") @NotNull Boolean security,

        @Schema(description = "Yes opens the breach question at once", examples = "true") @NotNull
        Boolean phiMayBeInvolved,

        @Schema(examples = "true") @NotNull Boolean improperUseOrDisclosure,

        @Schema(description = "True when one of the definition's tests is met", examples = "false") @NotNull
        Boolean cyberRelated,

        @Schema(
                description = "The tests of policy II.2 that are met, as an attempt or as a success; at least one where"
                        + " the incident is cyber-related",
                examples = "[]")
        Set<@NotNull CyberTest> cyberTests,

        @Schema(description = "The check list of a disclosure that the rules permit; ends in \"no violation\"") @Valid
        PermittedDisclosureRequest permittedDisclosure,

        @Schema(examples = "A job sent a list of patients to the wrong recipient")
        @NotNull
        @CleanText(max = Words.MEDIUM)
        PersonalText reason) {

    Classification classification() {
        Set<CyberTest> met = cyberTests == null ? Set.of() : cyberTests;
        return new Classification(
                privacy, security, phiMayBeInvolved, improperUseOrDisclosure, cyberRelated, met, Optional.empty());
    }

    Optional<PermittedDisclosure> permitted() {
        return Optional.ofNullable(permittedDisclosure).map(PermittedDisclosureRequest::checkList);
    }

    /** One of three check lists. */
    @Schema(name = "PermittedDisclosure")
    record PermittedDisclosureRequest(
            @Valid CrimeVictimRequest crimeVictim,
            @Valid WhistleBlowerRequest whistleBlower,
            @Valid IncidentalRequest incidental) {

        PermittedDisclosure checkList() {
            if (Stream.of(crimeVictim, whistleBlower, incidental)
                            .filter(Objects::nonNull)
                            .count()
                    != 1) {
                throw new Problem(CommonProblem.INVALID_FIELD)
                        .field("/permittedDisclosure", "exactly one of crimeVictim, whistleBlower and incidental");
            }
            if (crimeVictim != null) {
                return crimeVictim.checkList();
            }
            return whistleBlower != null ? whistleBlower.checkList() : incidental.checkList();
        }
    }

    @Schema(
            name = "CrimeVictimCheckList",
            description = "45 CFR 164.502(j)(2): a victim of a crime tells law enforcement about the suspect")
    record CrimeVictimRequest(
            @NotNull Boolean victimIsWorkforce,
            @NotNull Boolean toLawEnforcement,
            @NotNull Boolean aboutSuspect,

            @Schema(
                    description = "All that was told; the eight items of 45 CFR 164.512(f)(2)(i) and nothing else pass",
                    examples = "[\"NAME_AND_ADDRESS\", \"TYPE_OF_INJURY\"]")
            @NotNull
            Set<@NotNull SuspectInformation> told) {

        PermittedDisclosure checkList() {
            return new ByCrimeVictim(victimIsWorkforce, toLawEnforcement, aboutSuspect, told);
        }
    }

    @Schema(
            name = "WhistleBlowerCheckList",
            description =
                    "45 CFR 164.502(j)(1): a good-faith disclosure to an agency, an accreditor or one's own attorney")
    record WhistleBlowerRequest(
            @NotNull Boolean workforceOrBusinessAssociate,
            @NotNull Boolean goodFaith,
            @NotNull Set<@NotNull Belief> beliefs,
            @Schema(examples = "OWN_ATTORNEY") @NotNull Recipient recipient) {

        PermittedDisclosure checkList() {
            return new ByWhistleBlower(workforceOrBusinessAssociate, goodFaith, beliefs, recipient);
        }
    }

    @Schema(
            name = "IncidentalCheckList",
            description = "45 CFR 164.502(a)(1)(iii): what could not be avoided beside a permitted use or disclosure")
    record IncidentalRequest(
            @NotNull Boolean besideAPermittedUse,
            @NotNull Boolean safeguardsInPlace,
            @NotNull Boolean minimumNecessaryKept) {

        PermittedDisclosure checkList() {
            return new Incidental(besideAPermittedUse, safeguardsInPlace, minimumNecessaryKept);
        }
    }
}
