package org.candor.notification.roster;

import java.util.Arrays;
import java.util.Optional;

/** The columns of a roster file; the header line names them, in any order. */
enum RosterColumn {
    EXTERNAL_ID("external_id", true, 100),
    GIVEN_NAME("given_name", true, 100),
    FAMILY_NAME("family_name", true, 100),
    STREET("street", true, 200),
    STREET2("street2", false, 200),
    CITY("city", true, 100),
    STATE("state", true, 2),
    ZIP("zip", true, 10),
    ADDRESS_KNOWN_BAD("address_known_bad", false, 5),
    RESIDENCE_STATE("residence_state", false, 2),
    EMAIL("email", false, 254),
    EMAIL_AGREED("email_agreed", false, 5),
    PHONE("phone", false, 40),
    LANGUAGE("language", false, 5),
    BORN_ON("born_on", false, 10),
    DECEASED("deceased", false, 10),
    REPRESENTATIVE_NAME("representative_name", false, 200),
    REPRESENTATIVE_STREET("representative_street", false, 200),
    REPRESENTATIVE_STREET2("representative_street2", false, 200),
    REPRESENTATIVE_CITY("representative_city", false, 100),
    REPRESENTATIVE_STATE("representative_state", false, 2),
    REPRESENTATIVE_ZIP("representative_zip", false, 10),
    REPRESENTATIVE_EXCLUDED("representative_excluded", false, 5),
    CONSENTED_HIMSELF("consented_himself", false, 5),
    CONFIDENTIAL_STREET("confidential_street", false, 200),
    CONFIDENTIAL_STREET2("confidential_street2", false, 200),
    CONFIDENTIAL_CITY("confidential_city", false, 100),
    CONFIDENTIAL_STATE("confidential_state", false, 2),
    CONFIDENTIAL_ZIP("confidential_zip", false, 10);

    final String header;
    final boolean required;
    final int limit;

    RosterColumn(String header, boolean required, int limit) {
        this.header = header;
        this.required = required;
        this.limit = limit;
    }

    static Optional<RosterColumn> named(String header) {
        return Arrays.stream(values())
                .filter(column -> column.header.equalsIgnoreCase(header.strip()))
                .findFirst();
    }
}
