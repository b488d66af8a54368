package org.candor.investigation.timeline;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.candor.events.CasePhase;

/**
 * Draws the phases of a case as bars over time. The picture carries the same facts as text: a title and a description for
 * screen readers, and both ends of each bar written beside it.
 */
public final class PhasePicture {

    private static final int WIDTH = 860;
    private static final int LABELS = 130;
    private static final int TEXT = 260;
    private static final int ROW = 34;
    private static final int TOP = 50;
    private static final int BARS = WIDTH - LABELS - TEXT - 40;
    private static final int LEAST_BAR = 4;

    private PhasePicture() {}

    /** @param endedAt empty while the phase goes on */
    public record Span(CasePhase phase, Instant startedAt, Optional<Instant> endedAt) {}

    /** @param now where open bars end */
    public static String svg(List<Span> spans, ZoneId zone, Instant now) {
        int height = TOP + ROW * spans.size() + 16;
        return """
                <svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="title description" lang="en" \
                viewBox="0 0 %d %d" width="%d" height="%d" font-family="sans-serif" font-size="13">
                <title id="title">Phases of the case</title>
                <desc id="description">%s</desc>
                <rect width="100%%" height="100%%" fill="#ffffff"/>
                <text x="16" y="28" font-size="16" font-weight="bold" fill="#14375e">Phases of the case</text>
                %s
                </svg>
                """.formatted(WIDTH, height, WIDTH, height, description(spans, zone), rows(spans, zone, now));
    }

    private static String description(List<Span> spans, ZoneId zone) {
        return spans.stream()
                .map(span -> name(span.phase()) + ": " + words(span, zone) + ".")
                .collect(Collectors.joining(" "));
    }

    private static String rows(List<Span> spans, ZoneId zone, Instant now) {
        if (spans.isEmpty()) {
            return "";
        }
        Instant from = spans.getFirst().startedAt();
        Instant until = spans.stream()
                .map(span -> span.endedAt().orElse(now))
                .max(Instant::compareTo)
                .orElseThrow();
        double scale = (double) BARS / Math.max(1, Duration.between(from, until).toMillis());
        return IntStream.range(0, spans.size())
                .mapToObj(row -> row(spans.get(row), row, from, scale, zone, now))
                .collect(Collectors.joining("\n"));
    }

    private static String row(Span span, int row, Instant from, double scale, ZoneId zone, Instant now) {
        int y = TOP + ROW * row;
        double x = LABELS + scale * Duration.between(from, span.startedAt()).toMillis();
        double length = scale
                * Duration.between(span.startedAt(), span.endedAt().orElse(now)).toMillis();
        String fill = span.endedAt().isPresent() ? "#2f6da8" : "#c2660c";
        return String.format(
                Locale.ROOT,
                """
                <text x="16" y="%d" fill="#1a1a1a">%s</text>
                <rect x="%.1f" y="%d" width="%.1f" height="18" rx="3" fill="%s"/>
                <text x="%d" y="%d" font-size="11.5" fill="#1a1a1a">%s</text>""",
                y + 14,
                name(span.phase()),
                Math.min(x, LABELS + BARS - LEAST_BAR),
                y,
                Math.max(LEAST_BAR, length),
                fill,
                LABELS + BARS + 16,
                y + 14,
                words(span, zone));
    }

    private static String words(Span span, ZoneId zone) {
        String start = time(span.startedAt(), zone);
        return span.endedAt().map(end -> start + " to " + time(end, zone)).orElse("since " + start);
    }

    private static String name(CasePhase phase) {
        String code = phase.name().replace('_', '-');
        return code.charAt(0) + code.substring(1).toLowerCase(Locale.ROOT);
    }

    private static String time(Instant at, ZoneId zone) {
        return DateTimeFormatter.ofPattern("MM/dd/yy h:mm a", Locale.US).format(at.atZone(zone));
    }
}
