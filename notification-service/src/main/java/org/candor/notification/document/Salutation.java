package org.candor.notification.document;

import org.candor.notification.roster.decision.WayOfNotice.Capacity;

/** How the addressee is greeted, and whom the letter is about where that is somebody else. */
public final class Salutation {

    private Salutation() {}

    public static String of(Words words, Capacity capacity, String addressee, String person) {
        return switch (capacity) {
            case SELF -> words.dear().formatted(addressee);
            case REPRESENTATIVE -> words.dearRepresentative().formatted(addressee, person);
            case PARENT_OR_GUARDIAN -> words.dearParent().formatted(person);
            case NEXT_OF_KIN -> words.dearNextOfKin().formatted(addressee, person);
        };
    }
}
