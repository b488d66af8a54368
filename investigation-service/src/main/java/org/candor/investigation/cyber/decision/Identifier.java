package org.candor.investigation.cyber.decision;

/** The eighteen kinds of identifiers that de-identified information may not hold (45 CFR 164.514(b)(2)(i)). */
public enum Identifier {
    NAME('A'),
    GEOGRAPHIC_UNIT('B'),
    DATE('C'),
    PHONE('D'),
    FAX('E'),
    EMAIL('F'),
    SOCIAL_SECURITY_NUMBER('G'),
    MEDICAL_RECORD_NUMBER('H'),
    HEALTH_PLAN_NUMBER('I'),
    ACCOUNT_NUMBER('J'),
    CERTIFICATE_OR_LICENCE('K'),
    VEHICLE('L'),
    DEVICE('M'),
    URL('N'),
    IP_ADDRESS('O'),
    BIOMETRIC('P'),
    PHOTOGRAPH('Q'),
    OTHER_UNIQUE('R');

    private final char paragraph;

    Identifier(char paragraph) {
        this.paragraph = paragraph;
    }

    public String citation() {
        return "45 CFR 164.514(b)(2)(i)(" + paragraph + ")";
    }
}
