package org.candor.notification.text;

import static org.candor.events.ObligationKind.BUSINESS_ASSOCIATE_NOTICE;
import static org.candor.events.ObligationKind.INDIVIDUAL_NOTICE;
import static org.candor.events.ObligationKind.MEDIA_NOTICE;
import static org.candor.events.ObligationKind.STATE_INDIVIDUAL_NOTICE;
import static org.candor.events.ObligationKind.SUBSTITUTE_NOTICE;
import static org.candor.events.ObligationKind.URGENT_NOTICE;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.candor.events.ObligationKind;

/** The texts of a campaign, by their ids in the catalogue of forms (G-21). */
public enum Template {
    LETTER("4-III-B", "application/pdf", INDIVIDUAL_NOTICE, STATE_INDIVIDUAL_NOTICE),
    RELEASE("4-III-C", "application/pdf", MEDIA_NOTICE),
    POSTING("substitute-posting", "text/html;charset=UTF-8", SUBSTITUTE_NOTICE),
    SCRIPT("telephone-script", "text/plain;charset=UTF-8", URGENT_NOTICE, SUBSTITUTE_NOTICE),
    /** To the covered entities for which the entity acted as business associate (45 CFR 164.410). */
    COVERED_ENTITY("covered-entity-notice", "application/pdf", BUSINESS_ASSOCIATE_NOTICE);

    private final String id;
    private final String copyType;
    private final List<ObligationKind> duties;

    Template(String id, String copyType, ObligationKind... duties) {
        this.id = id;
        this.copyType = copyType;
        this.duties = List.of(duties);
    }

    /** Of the generic copy. */
    String copyType() {
        return copyType;
    }

    /** Whose elements stand in it: one letter for all of them (policy III.D.1.a.iii). */
    List<ObligationKind> duties() {
        return duties;
    }

    public String id() {
        return id;
    }

    static Optional<Template> of(String id) {
        return Arrays.stream(values())
                .filter(template -> template.id.equalsIgnoreCase(id))
                .findFirst();
    }
}
