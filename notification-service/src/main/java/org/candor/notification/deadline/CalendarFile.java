package org.candor.notification.deadline;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Deadlines as an iCalendar stream (RFC 5545). Calendars are often kept by others, so it holds no more than what is due. Pure. */
final class CalendarFile {

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int LINE = 75;

    private CalendarFile() {}

    static String of(List<Deadline> deadlines, String name, Instant now, BoardWords words) {
        StringBuilder out = new StringBuilder(1_024);
        line(out, "BEGIN:VCALENDAR");
        line(out, "VERSION:2.0");
        line(
                out,
                "PRODID:-//Candor//Deadline board//"
                        + words.locale().getLanguage().toUpperCase(words.locale()));
        line(out, "CALSCALE:GREGORIAN");
        line(out, "METHOD:PUBLISH");
        line(out, "NAME:" + text(name));
        line(out, "X-WR-CALNAME:" + text(name));
        line(out, "REFRESH-INTERVAL;VALUE=DURATION:PT1H");
        deadlines.forEach(one -> event(out, one, now, words));
        line(out, "END:VCALENDAR");
        return out.toString();
    }

    private static void event(StringBuilder out, Deadline one, Instant now, BoardWords words) {
        line(out, "BEGIN:VEVENT");
        line(out, "UID:" + one.id() + "@candor.invalid");
        line(out, "DTSTAMP:" + INSTANT.format(one.changedAt()));
        line(out, "LAST-MODIFIED:" + INSTANT.format(one.changedAt()));
        line(out, "SEQUENCE:" + one.revision());
        when(out, one);
        line(out, "SUMMARY:" + text(summary(one, now, words)));
        line(
                out,
                "DESCRIPTION:"
                        + text(words.roleName(one.role().tokenRole()) + "\n" + one.citation() + "\n"
                                + words.mailEnd()));
        line(out, "CATEGORIES:" + text(one.kind()) + "," + one.nature());
        line(out, "TRANSP:TRANSPARENT");
        line(out, "CLASS:CONFIDENTIAL");
        line(out, "END:VEVENT");
    }

    /** A day where the law counts days, else the last quarter of an hour. */
    private static void when(StringBuilder out, Deadline one) {
        if (one.dueAt() == null) {
            LocalDate day = one.day();
            line(out, "DTSTART;VALUE=DATE:" + DAY.format(day));
            line(out, "DTEND;VALUE=DATE:" + DAY.format(day.plusDays(1)));
        } else {
            line(out, "DTSTART:" + INSTANT.format(one.dueAt().minusSeconds(900)));
            line(out, "DTEND:" + INSTANT.format(one.dueAt()));
        }
    }

    private static String summary(Deadline one, Instant now, BoardWords words) {
        String late = one.late(now) ? words.late() : "";
        String state = one.open() ? late : words.met();
        return (one.drill() ? words.drillMark() + " – " : "")
                + words.duty(one.title())
                + (state.isEmpty() ? "" : " (" + state + ")");
    }

    /** RFC 5545, 3.3.11. */
    private static String text(String plain) {
        return plain.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r", "")
                .replace("\n", "\\n");
    }

    /** RFC 5545, 3.1: no line is longer than 75 octets, and no character is cut in two. */
    private static void line(StringBuilder out, String content) {
        int octets = 0;
        for (int i = 0; i < content.length(); i = content.offsetByCodePoints(i, 1)) {
            String one = Character.toString(content.codePointAt(i));
            int more = one.getBytes(UTF_8).length;
            if (octets + more > LINE) {
                out.append("\r\n ");
                octets = 1;
            }
            out.append(one);
            octets += more;
        }
        out.append("\r\n");
    }
}
