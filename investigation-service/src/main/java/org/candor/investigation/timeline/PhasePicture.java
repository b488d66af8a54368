package org.candor.investigation.timeline;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.candor.events.CasePhase;
import org.candor.kit.document.Documents;

/**
 * Draws the phases of a case as bars and its deadlines as marks over time. The picture carries the same facts as text: a
 * title and a description for screen readers, and a table of words beside the bars and marks.
 */
public final class PhasePicture {

    private static final int WIDTH = 940;
    private static final int LABELS = 200;
    private static final int TEXT = 260;
    private static final int ROW = 34;
    private static final int TOP = 50;
    private static final int BARS = WIDTH - LABELS - TEXT - 40;
    private static final int LEAST_BAR = 4;
    private static final int LONGEST_LABEL = 26;

    private PhasePicture() {}

    /** @param endedAt empty while the phase goes on */
    public record Span(CasePhase phase, Instant startedAt, Optional<Instant> endedAt) {}

    /**
     * A deadline.
     *
     * @param due the end of the due day, or the due instant
     * @param state in words, such as {@code met 03/20/26}
     */
    public record Mark(String title, Instant due, String state, boolean open) {}

    /** A row of the picture: what stands left, in the middle and right of it. */
    private record Row(String label, String shape, String words) {}

    /** The scale of the picture. */
    private record Axis(Instant from, double scale) {
        static Axis over(List<Span> spans, List<Mark> marks, Instant now) {
            List<Instant> all = Stream.of(
                            spans.stream().map(Span::startedAt),
                            spans.stream().map(span -> span.endedAt().orElse(now)),
                            marks.stream().map(Mark::due))
                    .flatMap(times -> times)
                    .sorted()
                    .toList();
            Instant from = all.isEmpty() ? now : all.getFirst();
            Instant until = all.isEmpty() ? now : all.getLast();
            return new Axis(
                    from,
                    (double) BARS / Math.max(1, Duration.between(from, until).toMillis()));
        }

        double x(Instant at) {
            return Math.min(
                    LABELS + BARS - LEAST_BAR,
                    LABELS + scale * Duration.between(from, at).toMillis());
        }

        double length(Instant start, Instant end) {
            return Math.max(LEAST_BAR, scale * Duration.between(start, end).toMillis());
        }
    }

    /** @param now where open bars end */
    public static String svg(List<Span> spans, List<Mark> marks, ZoneId zone, Instant now) {
        Axis axis = Axis.over(spans, marks, now);
        List<Row> rows = Stream.concat(
                        spans.stream().map(span -> bar(span, axis, zone, now)),
                        marks.stream().map(mark -> mark(mark, axis, zone)))
                .toList();
        int height = TOP + ROW * rows.size() + 16;
        return """
                <svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="title description" lang="en" \
                viewBox="0 0 %d %d" width="%d" height="%d" font-family="sans-serif" font-size="13">
                <title id="title">Phases and deadlines of the case</title>
                <desc id="description">%s</desc>
                <rect width="100%%" height="100%%" fill="#ffffff"/>
                <text x="16" y="28" font-size="16" font-weight="bold" fill="#14375e">Phases and deadlines</text>
                %s
                </svg>
                """.formatted(WIDTH, height, WIDTH, height, description(rows), drawn(rows));
    }

    private static String description(List<Row> rows) {
        return rows.stream().map(row -> row.label() + ": " + row.words() + ".").collect(Collectors.joining(" "));
    }

    private static String drawn(List<Row> rows) {
        return IntStream.range(0, rows.size())
                .mapToObj(index -> drawn(rows.get(index), TOP + ROW * index))
                .collect(Collectors.joining("\n"));
    }

    private static String drawn(Row row, int y) {
        return String.format(Locale.ROOT, """
                <g transform="translate(0 %d)">
                <text x="16" y="14" fill="#1a1a1a">%s</text>
                %s
                <text x="%d" y="14" font-size="11.5" fill="#1a1a1a">%s</text>
                </g>""", y, row.label(), row.shape(), LABELS + BARS + 16, row.words());
    }

    private static Row bar(Span span, Axis axis, ZoneId zone, Instant now) {
        Instant end = span.endedAt().orElse(now);
        String shape = String.format(
                Locale.ROOT,
                "<rect x=\"%.1f\" y=\"0\" width=\"%.1f\" height=\"18\" rx=\"3\" fill=\"%s\"/>",
                axis.x(span.startedAt()),
                axis.length(span.startedAt(), end),
                span.endedAt().isPresent() ? "#2f6da8" : "#c2660c");
        return new Row(name(span.phase()), shape, words(span, zone));
    }

    private static Row mark(Mark mark, Axis axis, ZoneId zone) {
        double x = axis.x(mark.due()) + LEAST_BAR / 2.0;
        String shape = String.format(
                Locale.ROOT,
                "<path d=\"M %.1f 0 l 7 9 l -7 9 l -7 -9 z\" fill=\"%s\" stroke=\"#1a1a1a\"/>",
                x,
                mark.open() ? "#c2660c" : "#ffffff");
        String due = DateTimeFormatter.ofPattern("MM/dd/yy", Locale.US)
                .format(mark.due().atZone(zone));
        return new Row(Documents.escape(shortened(mark.title())), shape, "due " + due + ", " + mark.state());
    }

    private static String shortened(String title) {
        return title.length() <= LONGEST_LABEL ? title : title.substring(0, LONGEST_LABEL - 1) + "…";
    }

    private static String words(Span span, ZoneId zone) {
        String start = time(span.startedAt(), zone);
        return span.endedAt().map(end -> start + " to " + time(end, zone)).orElse("since " + start);
    }

    private static String name(CasePhase phase) {
        String code = phase.name().replace('_', '-');
        return code.charAt(0) + code.substring(1).toLowerCase(Locale.ROOT);
    }

    /** The last moment of a due day. */
    public static Instant endOf(LocalDate day, ZoneId zone) {
        return day.plusDays(1).atStartOfDay(zone).toInstant().minusSeconds(1);
    }

    private static String time(Instant at, ZoneId zone) {
        return DateTimeFormatter.ofPattern("MM/dd/yy h:mm a", Locale.US).format(at.atZone(zone));
    }
}
