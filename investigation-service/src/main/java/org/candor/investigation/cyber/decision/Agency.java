package org.candor.investigation.cyber.decision;

/** Who is told (policy II.B.1.a, II.B.2). */
public enum Agency {
    LOCAL_POLICE(Kind.CRIME_REPORT),
    STATE_POLICE(Kind.CRIME_REPORT),
    FBI(Kind.CRIME_REPORT),
    SECRET_SERVICE(Kind.CRIME_REPORT),
    DHS(Kind.INDICATORS),
    HHS_ASPR(Kind.INDICATORS),
    ISAO(Kind.INDICATORS);

    /** What they are told. */
    public enum Kind {
        CRIME_REPORT,
        INDICATORS
    }

    private final Kind kind;

    Agency(Kind kind) {
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
