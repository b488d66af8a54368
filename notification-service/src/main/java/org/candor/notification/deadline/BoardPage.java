package org.candor.notification.deadline;

import static org.candor.kit.document.Documents.escape;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.candor.notification.document.PublicPage;

/** The board as a page: a picture and the table that says the same. It runs no script and loads nothing. Pure. */
final class BoardPage {

    private static final String STYLE = """
            <style>main, header { max-width: 76rem !important; } .late { color: #8c1d18; font-weight: 700; }
            td.number { text-align: right; white-space: nowrap; } td.day { white-space: nowrap; }
            .scroll { overflow-x: auto; } svg { width: 100%; height: auto; min-width: 44rem; display: block; }</style>
            """;

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private BoardPage() {}

    static String html(List<DeadlineView> board, boolean more, boolean drill, Instant now, BoardWords words) {
        String body = STYLE + "<main><h1>" + escape(words.title()) + "</h1>"
                + (drill ? "<p class=\"drill\">" + escape(words.drill()) + "</p>" : "")
                + "<p class=\"quiet\">" + escape(words.asOf()) + " " + MINUTE.format(now) + "</p>"
                + (board.isEmpty() ? "<p>" + escape(words.nothing()) + "</p>" : content(board, words))
                + (more ? "<p>" + escape(words.more()) + "</p>" : "") + "</main>";
        return PublicPage.html(words.title(), words.document(), body);
    }

    private static String content(List<DeadlineView> board, BoardWords words) {
        return "<h2>" + escape(words.picture())
                + "</h2><div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\""
                + escape(words.picture()) + "\">" + Timeline.svg(board, words) + "</div><p class=\"quiet\">"
                + escape(words.legend())
                + "</p><div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"" + escape(words.table())
                + "\"><table><caption>" + escape(words.table()) + "</caption><thead><tr>" + head(words)
                + "</tr></thead><tbody>"
                + board.stream().map(one -> row(one, words)).collect(Collectors.joining()) + "</tbody></table></div>";
    }

    private static String head(BoardWords words) {
        return List.of(
                        words.due(),
                        words.left(),
                        words.what(),
                        words.role(),
                        words.stateHead(),
                        words.entity(),
                        words.section())
                .stream()
                .map(name -> "<th scope=\"col\">" + escape(name) + "</th>")
                .collect(Collectors.joining());
    }

    private static String row(DeadlineView one, BoardWords words) {
        return "<tr><td class=\"day\"><time datetime=\"" + one.dueOn() + "\">" + escape(words.day(one.dueOn()))
                + "</time></td><td class=\"number\">" + (one.daysLeft() == null ? "–" : one.daysLeft())
                + "</td><th scope=\"row\">" + words.dutyHtml(one.title())
                + (one.drill() ? " (" + escape(words.drillMark()) + ")" : "") + "</th><td>"
                + escape(words.roleName(one.role())) + "</td><td" + (one.late() ? " class=\"late\"" : "") + ">"
                + escape(words.state(one)) + "</td><td>" + escape(one.entityId()) + "</td><td>"
                + escape(one.citation()) + "</td></tr>";
    }
}
