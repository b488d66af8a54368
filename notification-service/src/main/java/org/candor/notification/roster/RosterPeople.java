package org.candor.notification.roster;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.candor.kit.errors.Problem;
import org.candor.notification.NotificationProblem;

/** Reads a small file in the form of a roster as a whole, and stores nothing. For a worker thread. */
@ApplicationScoped
public class RosterPeople {

    private final RosterLine line = new RosterLine(ZipPrefixFile.read());

    /** @param refused rows that are no people */
    public record Read(List<PersonDetails> people, int refused) {

        public Read {
            people = List.copyOf(people);
        }
    }

    public Read read(byte[] csv) {
        List<PersonDetails> people = new ArrayList<>();
        int[] refused = {0};
        try {
            new RosterReader(line, RosterFormat.PLAIN)
                    .read(new CsvRows(new ByteArrayInputStream(csv), RosterFormat.PLAIN), 0, result -> {
                        result.row().map(PersonDetails::of).ifPresent(people::add);
                        refused[0] += result.row().isPresent() ? 0 : 1;
                    });
        } catch (UnreadableRoster unreadable) {
            throw new Problem(NotificationProblem.ROSTER_UNREADABLE)
                    .field(unreadable.reason().name(), unreadable.detail());
        }
        return new Read(people, refused[0]);
    }
}
