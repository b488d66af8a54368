package org.candor.notification.text;

import java.util.Arrays;
import java.util.Optional;

/** The texts of a campaign, by their ids in the catalogue of forms (G-21). */
public enum Template {
    LETTER("4-III-B"),
    RELEASE("4-III-C"),
    POSTING("substitute-posting"),
    SCRIPT("telephone-script");

    private final String id;

    Template(String id) {
        this.id = id;
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
