package org.candor.investigation.cyber.decision;

/** Why a draft may leave although something was found in it. */
public enum Ground {
    /** What was found is no identifier of an individual, nor of his relatives, employers or household. */
    NOT_OF_AN_INDIVIDUAL("45 CFR 164.514(b)(2)(i)", false),
    REQUIRED_BY_LAW("45 CFR 164.512(a)", true),
    LAW_ENFORCEMENT_PURPOSE("45 CFR 164.512(f)", true),
    CRIME_ON_PREMISES("45 CFR 164.512(f)(5)", true),
    SERIOUS_THREAT("45 CFR 164.512(j)", true),
    WORKFORCE_CRIME_VICTIM("45 CFR 164.502(j)(2)", true),
    AUTHORIZATION("45 CFR 164.508", true);

    private final String citation;
    private final boolean permission;

    Ground(String citation, boolean permission) {
        this.citation = citation;
        this.permission = permission;
    }

    public String citation() {
        return citation;
    }

    /** Indicators never carry health information (policy II.B.2); reports of crimes may where the Privacy Rule permits. */
    boolean fits(Agency.Kind kind) {
        return !permission || kind == Agency.Kind.CRIME_REPORT;
    }
}
