package org.candor.notification.roster;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.candor.notification.roster.decision.AddressQuality;
import org.candor.notification.roster.decision.Individual;
import org.candor.notification.roster.decision.WayOfNotice;

/** The rules of addressee and way with the table of ZIP prefixes. */
@ApplicationScoped
public class Ways {

    private final WayOfNotice ways = new WayOfNotice(new AddressQuality(ZipPrefixFile.read()));

    /** How the letter to that person is addressed. */
    public WayOfNotice.Decision letterTo(Individual person, LocalDate on) {
        return ways.withoutEmail(person, on);
    }

    public WayOfNotice.Decision decide(Individual person, LocalDate on) {
        return ways.decide(person, on);
    }

    /** Where a decision leaves the person in the roster. */
    public static String state(WayOfNotice.Decision way) {
        return switch (way.method()) {
            case FIRST_CLASS_MAIL, EMAIL, TELEPHONE -> "PENDING";
            case SUBSTITUTE_POSTING -> "SUBSTITUTE";
            case NONE -> "NOBODY";
        };
    }
}
