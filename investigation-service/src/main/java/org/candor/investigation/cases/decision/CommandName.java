package org.candor.investigation.cases.decision;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.candor.events.OfficerRole;

/** What can be asked of a case, and who may ask it. A view offers these names to its caller. */
public enum CommandName {
    TRIAGE_CASE(OfficerRole.PRIVACY_OFFICER, OfficerRole.SECURITY_OFFICER),
    REQUEST_BREACH_ASSESSMENT(OfficerRole.PRIVACY_OFFICER, OfficerRole.SECURITY_OFFICER),
    RECORD_STEP(OfficerRole.SECURITY_OFFICER, OfficerRole.PRIVACY_OFFICER, OfficerRole.INVESTIGATOR),
    CORRECT_STEP(OfficerRole.SECURITY_OFFICER, OfficerRole.PRIVACY_OFFICER, OfficerRole.INVESTIGATOR),
    APPROVE_STEP(OfficerRole.SECURITY_OFFICER, OfficerRole.ADMINISTRATOR),
    INFORM_OFFICER(OfficerRole.SECURITY_OFFICER, OfficerRole.PRIVACY_OFFICER, OfficerRole.INVESTIGATOR),
    DECIDE_SAFE_TO_CONTINUE(OfficerRole.SECURITY_OFFICER),
    COMPLETE_PHASE(OfficerRole.SECURITY_OFFICER, OfficerRole.PRIVACY_OFFICER),
    WRITE_DOCUMENTATION(OfficerRole.SECURITY_OFFICER, OfficerRole.PRIVACY_OFFICER, OfficerRole.INVESTIGATOR),
    SIGN_FORM(OfficerRole.PRIVACY_OFFICER, OfficerRole.SECURITY_OFFICER),
    WRITE_FOLLOW_UP(OfficerRole.PRIVACY_OFFICER, OfficerRole.SECURITY_OFFICER),
    PROPOSE_RECOMMENDATION(OfficerRole.PRIVACY_OFFICER, OfficerRole.SECURITY_OFFICER, OfficerRole.INVESTIGATOR),
    DECIDE_RECOMMENDATION(OfficerRole.ADMINISTRATOR),
    GIVE_TASK(OfficerRole.PRIVACY_OFFICER, OfficerRole.SECURITY_OFFICER),
    COMPLETE_TASK(
            OfficerRole.PRIVACY_OFFICER,
            OfficerRole.SECURITY_OFFICER,
            OfficerRole.ADMINISTRATOR,
            OfficerRole.INVESTIGATOR),
    CANCEL_TASK(OfficerRole.PRIVACY_OFFICER, OfficerRole.SECURITY_OFFICER),
    EXTEND_COMPLAINT(OfficerRole.PRIVACY_OFFICER),
    ANSWER_COMPLAINT(OfficerRole.PRIVACY_OFFICER),
    CLOSE_CASE(OfficerRole.PRIVACY_OFFICER, OfficerRole.SECURITY_OFFICER),
    REOPEN_CASE(OfficerRole.PRIVACY_OFFICER, OfficerRole.SECURITY_OFFICER, OfficerRole.ADMINISTRATOR),
    NOTE_ZONE,
    NOTE_IDLE,
    NOTE_WORK,
    NOTE_ASSESSMENT_OPENED,
    NOTE_ASSESSMENT_CONCLUDED;

    private final Set<OfficerRole> entitled;

    CommandName(OfficerRole... entitled) {
        this.entitled = EnumSet.noneOf(OfficerRole.class);
        this.entitled.addAll(Arrays.asList(entitled));
    }

    /** True for what follows from another service's fact and is nobody's to ask. */
    boolean internal() {
        return entitled.isEmpty();
    }

    boolean entitles(Person person) {
        return internal() || person.roles().stream().anyMatch(entitled::contains);
    }

    /** The name on the wire, such as {@code triage-case}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
