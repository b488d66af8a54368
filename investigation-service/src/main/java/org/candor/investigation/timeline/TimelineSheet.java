package org.candor.investigation.timeline;

import java.time.Instant;
import java.util.List;

/** The timeline as CSV (RFC 4180, UTF-8). No cell is ever read as a formula. */
public final class TimelineSheet {

    private static final List<String> HEADER = List.of("time", "kind", "phase", "round", "actor", "reference", "words");

    private TimelineSheet() {}

    /** @param words empty where nobody wrote any */
    public record Row(Instant at, String kind, String phase, int round, String actor, String reference, String words) {}

    public static String csv(List<Row> rows) {
        return Sheet.csv(
                HEADER,
                rows.stream()
                        .map(row -> List.of(
                                row.at().toString(),
                                row.kind(),
                                row.phase(),
                                Integer.toString(row.round()),
                                row.actor(),
                                row.reference(),
                                row.words()))
                        .toList());
    }
}
