package org.candor.notification.complainant;

import java.util.UUID;

/** A letter on its way. */
record Letter(UUID id, UUID incidentId, String entityId, Kind kind, String state, String way, byte[] sealed) {

    /** Where the sealed value stands, as the cipher binds it. */
    static final String PLACE = "complainant_letter.sealed";

    /** What the letter is. */
    enum Kind {
        ACKNOWLEDGEMENT,
        ANSWER
    }

    boolean byMail() {
        return way.equals("EMAIL");
    }
}
