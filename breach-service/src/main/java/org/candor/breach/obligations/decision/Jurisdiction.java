package org.candor.breach.obligations.decision;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fifty States and what 45 CFR 160.103 counts as a State beside them. */
public enum Jurisdiction {
    AL("Alabama"),
    AK("Alaska"),
    AZ("Arizona"),
    AR("Arkansas"),
    CA("California"),
    CO("Colorado"),
    CT("Connecticut"),
    DE("Delaware"),
    DC("District of Columbia"),
    FL("Florida"),
    GA("Georgia"),
    HI("Hawaii"),
    ID("Idaho"),
    IL("Illinois"),
    IN("Indiana"),
    IA("Iowa"),
    KS("Kansas"),
    KY("Kentucky"),
    LA("Louisiana"),
    ME("Maine"),
    MD("Maryland"),
    MA("Massachusetts"),
    MI("Michigan"),
    MN("Minnesota"),
    MS("Mississippi"),
    MO("Missouri"),
    MT("Montana"),
    NE("Nebraska"),
    NV("Nevada"),
    NH("New Hampshire"),
    NJ("New Jersey"),
    NM("New Mexico"),
    NY("New York"),
    NC("North Carolina"),
    ND("North Dakota"),
    OH("Ohio"),
    OK("Oklahoma"),
    OR("Oregon"),
    PA("Pennsylvania"),
    RI("Rhode Island"),
    SC("South Carolina"),
    SD("South Dakota"),
    TN("Tennessee"),
    TX("Texas"),
    UT("Utah"),
    VT("Vermont"),
    VA("Virginia"),
    WA("Washington"),
    WV("West Virginia"),
    WI("Wisconsin"),
    WY("Wyoming"),
    PR("Puerto Rico"),
    VI("U.S. Virgin Islands"),
    GU("Guam"),
    AS("American Samoa"),
    MP("Northern Mariana Islands");

    /** What federal duties carry in place of a code of this list. */
    public static final String FEDERAL = "US";

    private static final Map<String, Jurisdiction> BY_CODE =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(Enum::name, Function.identity()));

    private final String title;

    Jurisdiction(String title) {
        this.title = title;
    }

    /** The name as it stands in a sentence. */
    public String title() {
        return title;
    }

    /** The jurisdiction with that postal code; empty when there is none. */
    public static Optional<Jurisdiction> of(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }
}
