package org.candor.notification.deadline;

import static org.candor.kit.document.Documents.escape;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * The duties as rows over days. Shape and words carry the meaning, colour only helps. The day of today is that of the first
 * open duty's zone. Pure.
 */
final class Timeline {

    private static final int MOST_ROWS = 40;
    private static final int LEFT = 330;
    private static final int RIGHT = 90;
    private static final int WIDTH = 1100;
    private static final int TOP = 46;
    private static final int ROW = 26;
    private static final int MOST_DAYS = 400;
    private static final int LONGEST_TITLE = 44;

    /** Nearer than this the name of a month would be written over that of today. */
    private static final int BESIDE_TODAY = 100;

    /** What the name of a month needs. */
    private static final int MONTH_NAME = 72;

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM uuuu");

    private final BoardWords words;
    private final LocalDate today;
    private final LocalDate first;
    private final double perDay;
    private final StringBuilder out = new StringBuilder(8_192);

    private Timeline(List<DeadlineView> shown, BoardWords words) {
        this.words = words;
        this.today = today(shown);
        LocalDate earliest = shown.stream()
                .map(DeadlineView::dueOn)
                .min(LocalDate::compareTo)
                .orElse(today);
        LocalDate latest = shown.stream()
                .map(DeadlineView::dueOn)
                .max(LocalDate::compareTo)
                .orElse(today);
        // What lies further away than a year would press all else together; it is drawn at the edge.
        this.first = max(min(earliest, today), today.minusDays(MOST_DAYS)).minusDays(1);
        LocalDate last = min(max(latest, today), today.plusDays(MOST_DAYS)).plusDays(1);
        this.perDay = (double) (WIDTH - LEFT - RIGHT) / Math.max(1, last.toEpochDay() - first.toEpochDay());
    }

    static String svg(List<DeadlineView> board, BoardWords words) {
        List<DeadlineView> shown = board.subList(0, Math.min(MOST_ROWS, board.size()));
        return new Timeline(shown, words).draw(shown);
    }

    private String draw(List<DeadlineView> shown) {
        int height = TOP + shown.size() * ROW + 14;
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
                .append(WIDTH)
                .append(' ')
                .append(height)
                .append(
                        "\" role=\"img\" aria-labelledby=\"timeline-title timeline-text\" font-family=\"inherit\"><title ")
                .append("id=\"timeline-title\">")
                .append(escape(words.picture()))
                .append("</title><desc id=\"timeline-text\">")
                .append(escape(words.pictureSays()))
                .append("</desc>");
        months(height);
        line(x(today), TOP - 12, x(today), height - 8, "#14375e", 2);
        text(x(today), TOP - 18, "middle", "#14375e", 13, words.today() + ", " + words.day(today));
        for (int i = 0; i < shown.size(); i++) {
            row(shown.get(i), TOP + i * ROW + ROW / 2);
        }
        return out.append("</svg>").toString();
    }

    /** A thin line where each month begins, and its name where there is room for it. */
    private void months(int height) {
        double named = 0;
        LocalDate month = first.withDayOfMonth(1).plusMonths(1);
        while (x(month) < WIDTH - RIGHT) {
            line(x(month), TOP - 6, x(month), height - 8, "#c9d2dc", 1);
            if (Math.abs(x(month) - x(today)) > BESIDE_TODAY && x(month) - named > MONTH_NAME) {
                named = x(month);
                text(
                        x(month),
                        TOP - 12,
                        "middle",
                        "#4a4a4a",
                        12,
                        MONTH.withLocale(words.locale()).format(month));
            }
            month = month.plusMonths(1);
        }
    }

    private void row(DeadlineView one, int y) {
        String colour = one.late() ? "#8c1d18" : one.state().equals("OPEN") ? "#14375e" : "#4a4a4a";
        double due = x(one.dueOn());
        text(LEFT - 12, y + 4, "end", "#1a1a1a", 13, shortened(words.duty(one.title())));
        line(x(today), y, due, y, colour, 3);
        mark(one, due, y, colour);
        double edge = Math.max(due, x(today)) + 11;
        text(edge, y + 4, "start", colour, 12, label(one));
    }

    private void mark(DeadlineView one, double x, int y, String colour) {
        if (one.late()) {
            out.append(format("<path d=\"M%.1f %d l8 8 l-8 8 l-8 -8 z\" fill=\"%s\"/>", x, y - 8, colour));
        } else if (one.state().equals("OPEN")) {
            out.append(format("<circle cx=\"%.1f\" cy=\"%d\" r=\"6\" fill=\"%s\"/>", x, y, colour));
        } else {
            out.append(format(
                    "<rect x=\"%.1f\" y=\"%d\" width=\"11\" height=\"11\" fill=\"%s\"/>", x - 5.5, y - 5, colour));
        }
    }

    private String label(DeadlineView one) {
        return one.daysLeft() == null
                ? words.state(one)
                : (one.late() ? words.late() + " " : "") + Objects.toString(one.daysLeft());
    }

    private void line(double x1, double y1, double x2, double y2, String colour, int width) {
        out.append(format(
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\" stroke-width=\"%d\"/>",
                x1, y1, x2, y2, colour, width));
    }

    private void text(double x, double y, String anchor, String colour, int size, String text) {
        out.append(format(
                        "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"%s\" font-size=\"%d\">",
                        x, y, anchor, colour, size))
                .append(escape(text))
                .append("</text>");
    }

    private double x(LocalDate day) {
        double place = LEFT + (day.toEpochDay() - first.toEpochDay()) * perDay;
        return Math.clamp(place, LEFT, (double) WIDTH - RIGHT);
    }

    /** The table beside the picture has the whole title. */
    private static String shortened(String title) {
        return title.codePointCount(0, title.length()) <= LONGEST_TITLE
                ? title
                : title.substring(0, title.offsetByCodePoints(0, LONGEST_TITLE - 1)) + "…";
    }

    private static LocalDate today(List<DeadlineView> shown) {
        return shown.stream()
                .filter(one -> one.daysLeft() != null)
                .findFirst()
                .map(one -> one.dueOn().minusDays(one.daysLeft()))
                .orElseGet(() -> LocalDate.ofInstant(
                        shown.getFirst().updatedAt(), ZoneId.of(shown.getFirst().zone())));
    }

    private static LocalDate min(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate max(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
