package org.candor.intake.reports;

import java.util.ResourceBundle;

/** Fields of a report that a form asks for, in the order of the form. Their words are in form.properties. */
enum FormField {
    ENTITY_ID("entityId", false, 63),
    KIND("kind", true, 0),
    RELATION("relation", true, 0),
    CHANNEL("channel", true, 0),
    ON_BEHALF("onBehalf", false, 0),
    MEDIUM("medium", false, 0),
    HAPPENED_AT("happenedAt", false, 0),
    LEARNED_AT("learnedAt", false, 0),
    LATENESS_REASON("latenessReason", false, 1000),
    PLACE("place", false, 500),
    SYSTEMS("systems", false, 200),
    IMPLICATED("implicated", false, 200),
    PHI_POSSIBLE("phiPossible", true, 0),
    URGENT("urgent", false, 0),
    NARRATIVE("narrative", true, ReportRequest.NARRATIVE_LIMIT),
    FOLLOWS("follows", false, 0),
    FOLLOWS_RECEIPT("followsReceipt", false, 40),
    ASSOCIATE_ID("associate.associateId", false, 100),
    ASSOCIATE_DISCOVERED_ON("associate.discoveredOn", false, 0),
    ASSOCIATE_STANDING("associate.standing", false, 0),
    ASSOCIATE_CONTRACT_DAYS("associate.contractDays", false, 0),
    CONTACT_NAME("contact.name", false, 200),
    CONTACT_ANSWER_BY("contact.answerBy", false, 0),
    CONTACT_EMAIL("contact.email", false, 254),
    CONTACT_PHONE("contact.phone", false, 50),
    CONTACT_ADDRESS("contact.address", false, 500),
    CONTACT_LANGUAGE("contact.language", false, 0);

    private final String path;
    private final boolean required;
    private final int maxLength;

    FormField(String path, boolean required, int maxLength) {
        this.path = path;
        this.required = required;
        this.maxLength = maxLength;
    }

    String path() {
        return path;
    }

    FormView.Field view(ResourceBundle words) {
        return new FormView.Field(
                path,
                words.getString("field." + path),
                words.getString("field." + path + ".help"),
                required,
                maxLength);
    }
}
