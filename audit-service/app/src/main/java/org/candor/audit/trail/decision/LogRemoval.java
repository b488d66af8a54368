package org.candor.audit.trail.decision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What two people signed away: the entries of a past year's log. Its text names the log's last state, so that who has a proof
 * from that year still knows what it led to, and a verifier accepts this gap and no other.
 *
 * @param first the place in the trail of the log's first entry
 * @param root of its last checkpoint, Base64
 */
public record LogRemoval(
        String origin,
        long first,
        long size,
        String root,
        UUID removalId,
        String orderedBy,
        String approvedBy,
        Instant approvedAt) {

    private static final String FORMAT = "candor-removal/1";

    /** What is signed. */
    public String text() {
        return String.join(
                        "\n",
                        List.of(
                                FORMAT,
                                origin,
                                Long.toString(first),
                                Long.toString(size),
                                root,
                                removalId.toString(),
                                orderedBy,
                                approvedBy,
                                approvedAt.toString()))
                + "\n";
    }

    /** The same out of a signed note; empty when it is anything else. */
    public static Optional<LogRemoval> read(String note) {
        String[] lines = note.split("\n", -1);
        try {
            LogRemoval removal = new LogRemoval(
                    lines[1],
                    Long.parseLong(lines[2]),
                    Long.parseLong(lines[3]),
                    lines[4],
                    UUID.fromString(lines[5]),
                    lines[6],
                    lines[7],
                    Instant.parse(lines[8]));
            return note.startsWith(removal.text() + "\n") ? Optional.of(removal) : Optional.empty();
        } catch (IndexOutOfBoundsException | IllegalArgumentException | java.time.DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Whether it is about that log, which ended with that signed state. */
    public boolean isOf(YearLog log, String lastNote) {
        String[] last = lastNote.split("\n", -1);
        return last.length > 2
                && origin.equals(log.origin())
                && first == log.first()
                && last[0].equals(origin)
                && last[1].equals(Long.toString(size))
                && last[2].equals(root);
    }
}
