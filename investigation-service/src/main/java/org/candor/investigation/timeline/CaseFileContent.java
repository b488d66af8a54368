package org.candor.investigation.timeline;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * What stands in the printed file of a case.
 *
 * @param zone times are written in it
 * @param words false when nothing that people wrote is in it
 * @param printedBy a name or subject
 */
public record CaseFileContent(
        UUID incidentId,
        String organisation,
        ZoneId zone,
        boolean drill,
        boolean words,
        String printedBy,
        Instant printedAt,
        List<Section> sections,
        List<Line> timeline) {

    public CaseFileContent {
        sections = List.copyOf(sections);
        timeline = List.copyOf(timeline);
    }

    /** A table of names and values under a heading. */
    public record Section(String title, List<Item> items) {
        public Section {
            items = List.copyOf(items);
        }
    }

    public record Item(String name, String text) {

        /** A code as a reader sees it: {@code FOLLOW_UP} is "Follow up". */
        public static String plain(Enum<?> code) {
            String words = code.name().replace('_', ' ').toLowerCase(Locale.ROOT);
            return Character.toUpperCase(words.charAt(0)) + words.substring(1);
        }
    }

    /** One thing that happened. */
    public record Line(Instant at, String phase, String kind, String actor, String reference) {}
}
