package org.candor.intake.reports;

/** The sealed part of a contact; empty text for what was not given. */
record ContactDetails(String name, String email, String phone, String address) {

    /** Where it stands, as the cipher binds it. */
    static final String PLACE = "reporter_contact.details";

    String of(ContactField field) {
        return switch (field) {
            case NAME -> name;
            case EMAIL -> email;
            case PHONE -> phone;
            case ADDRESS -> address;
        };
    }
}
