package org.candor.investigation.cases.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.candor.investigation.cases.decision.NoViolation.Ground;

/** The answered check list of a disclosure that the rules may permit. Every condition must be met. */
public sealed interface PermittedDisclosure {

    /** Conditions that are not met, as codes; empty when the disclosure was permitted. */
    List<String> unmet();

    NoViolation finding();

    /** What a victim of a crime may tell about the suspect, and what not (45 CFR 164.512(f)(2)). */
    enum SuspectInformation {
        NAME_AND_ADDRESS(true),
        DATE_AND_PLACE_OF_BIRTH(true),
        SOCIAL_SECURITY_NUMBER(true),
        BLOOD_TYPE_AND_RH_FACTOR(true),
        TYPE_OF_INJURY(true),
        DATE_AND_TIME_OF_TREATMENT(true),
        DATE_AND_TIME_OF_DEATH(true),
        DISTINGUISHING_CHARACTERISTICS(true),
        /** Excluded by (f)(2)(ii), as are the next two. */
        DNA(false),
        DENTAL_RECORDS(false),
        BODY_FLUID_OR_TISSUE_TYPING(false),
        ANYTHING_ELSE(false);

        private final boolean permitted;

        SuspectInformation(boolean permitted) {
            this.permitted = permitted;
        }

        public boolean permitted() {
            return permitted;
        }
    }

    /** A workforce member who is the victim of a criminal act tells law enforcement about the suspect (164.502(j)(2)). */
    record ByCrimeVictim(
            boolean victimIsWorkforce, boolean toLawEnforcement, boolean aboutSuspect, Set<SuspectInformation> told)
            implements PermittedDisclosure {

        public ByCrimeVictim {
            told = Set.copyOf(told);
        }

        @Override
        public List<String> unmet() {
            List<String> unmet = new ArrayList<>();
            ask(victimIsWorkforce, "victimIsWorkforce", unmet);
            ask(toLawEnforcement, "toLawEnforcement", unmet);
            ask(aboutSuspect, "aboutSuspect", unmet);
            ask(!told.isEmpty(), "told", unmet);
            new TreeSet<>(told)
                    .stream().filter(item -> !item.permitted()).forEach(item -> unmet.add("told." + item.name()));
            return unmet;
        }

        @Override
        public NoViolation finding() {
            return new NoViolation(Ground.CRIME_VICTIM, codes(told));
        }
    }

    /** Whom a whistle-blower may turn to (164.502(j)(1)(ii)). */
    enum Recipient {
        HEALTH_OVERSIGHT_AGENCY,
        PUBLIC_HEALTH_AUTHORITY,
        ACCREDITATION_ORGANIZATION,
        /** The policy leaves his own attorney out; the regulation does not, and it is followed here. */
        OWN_ATTORNEY,
        ANYBODY_ELSE
    }

    /** What he believes in good faith (164.502(j)(1)(i)). */
    enum Belief {
        UNLAWFUL_CONDUCT,
        BELOW_PROFESSIONAL_STANDARDS,
        ENDANGERS_SOMEBODY
    }

    /** A workforce member or business associate discloses what he believes to be wrong (164.502(j)(1)). */
    record ByWhistleBlower(
            boolean workforceOrBusinessAssociate, boolean goodFaith, Set<Belief> beliefs, Recipient recipient)
            implements PermittedDisclosure {

        public ByWhistleBlower {
            beliefs = Set.copyOf(beliefs);
        }

        @Override
        public List<String> unmet() {
            List<String> unmet = new ArrayList<>();
            ask(workforceOrBusinessAssociate, "workforceOrBusinessAssociate", unmet);
            ask(goodFaith, "goodFaith", unmet);
            ask(!beliefs.isEmpty(), "beliefs", unmet);
            ask(recipient != Recipient.ANYBODY_ELSE, "recipient", unmet);
            return unmet;
        }

        @Override
        public NoViolation finding() {
            List<String> answers = new ArrayList<>(codes(beliefs));
            answers.add(recipient.name());
            return new NoViolation(Ground.WHISTLE_BLOWER, answers);
        }
    }

    /** What could not be avoided beside a permitted use or disclosure (164.502(a)(1)(iii)). */
    record Incidental(boolean besideAPermittedUse, boolean safeguardsInPlace, boolean minimumNecessaryKept)
            implements PermittedDisclosure {

        @Override
        public List<String> unmet() {
            List<String> unmet = new ArrayList<>();
            ask(besideAPermittedUse, "besideAPermittedUse", unmet);
            ask(safeguardsInPlace, "safeguardsInPlace", unmet);
            ask(minimumNecessaryKept, "minimumNecessaryKept", unmet);
            return unmet;
        }

        @Override
        public NoViolation finding() {
            return new NoViolation(
                    Ground.INCIDENTAL, List.of("BESIDE_A_PERMITTED_USE", "SAFEGUARDS", "MINIMUM_NECESSARY"));
        }
    }

    private static void ask(boolean met, String condition, List<String> unmet) {
        if (!met) {
            unmet.add(condition);
        }
    }

    private static List<String> codes(Set<? extends Enum<?>> answers) {
        return answers.stream().sorted().map(Enum::name).toList();
    }
}
