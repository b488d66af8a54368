package org.candor.notification.deadline;

import static org.candor.kit.document.Documents.escape;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.candor.notification.document.PublicPage;

/** A month as a page: numbers by role, then what is late, what is due, and the proof of what was done. No script, nothing loaded. Pure. */
final class MonthPage {

    /** Most rows of one table. */
    static final int ROWS = 200;

    private static final String STYLE = """
            <style>main { max-width: 76rem !important; } .late { color: #8c1d18; font-weight: 700; }
            td.number, td.day { text-align: left; white-space: nowrap; font-variant-numeric: tabular-nums; }
            td.proof { overflow-wrap: anywhere; min-width: 11rem; } .scroll { overflow-x: auto; }
            .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
            nav ul { list-style: none; padding: 0; margin: .25rem 0; display: flex; flex-wrap: wrap; gap: .25rem .5rem; }
            nav a, nav strong { display: inline-block; padding: .25rem .6rem; min-height: 1.5rem; border: 1px solid #6b7785; border-radius: .3rem; }
            nav strong { background: #14375e; color: #fff; border-color: #14375e; } nav p { margin: .75rem 0 0; font-weight: 700; }
            </style>
            """;

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private final MonthView view;
    private final YearMonth month;
    private final MonthFilter filter;
    private final MonthWords words;
    private final BoardWords board;

    private MonthPage(MonthView view, YearMonth month, MonthFilter filter, MonthWords words) {
        this.view = view;
        this.month = month;
        this.filter = filter;
        this.words = words;
        this.board = words.board();
    }

    static String html(MonthView view, YearMonth month, MonthFilter filter, MonthWords words) {
        return new MonthPage(view, month, filter, words).html();
    }

    private String html() {
        String title = words.title(month);
        String body = STYLE + "<main><h1>" + escape(title) + "</h1>"
                + (filter.drill ? "<p class=\"drill\">" + escape(board.drill()) + "</p>" : "")
                + quiet(board.asOf() + " " + minute(view.asOf())) + cut()
                + new MonthLinks(month, filter, words).html() + numbers()
                + section(words.late(), words.noneLate(), view.late(), open(words.daysLate(), this::daysLate))
                + section(words.due(), words.noneDue(), view.due(), open(board.left(), MonthPage::daysLeft))
                + section(words.done(), words.noneDone(), view.done(), done()) + quiet(words.howToProve()) + "</main>";
        return PublicPage.html(title, board.document(), body);
    }

    private String cut() {
        return view.complete()
                ? ""
                : "<p><strong>" + escape(String.format(board.locale(), words.cut(), Board.SHEET)) + "</strong></p>";
    }

    private String numbers() {
        if (view.roles().isEmpty()) {
            return "";
        }
        String rows = view.roles().stream()
                .map(one -> "<tr><th scope=\"row\">" + escape(board.roleName(one.role())) + "</th>"
                        + "<td class=\"number" + (one.late() > 0 ? " late" : "") + "\">" + one.late() + "</td>"
                        + number(one.due()) + number(one.done()) + number(one.doneLate()) + "</tr>")
                .collect(Collectors.joining());
        return "<h2>" + escape(words.byRole()) + "</h2>"
                + table(
                        words.byRole(),
                        List.of(board.role(), words.late(), words.due(), words.done(), words.doneLate()),
                        rows);
    }

    private record Column(String head, Function<DeadlineView, String> cell) {}

    private String section(String title, String none, List<DeadlineView> duties, List<Column> columns) {
        List<DeadlineView> shown = duties.subList(0, Math.min(ROWS, duties.size()));
        String rows = shown.stream()
                .map(one -> columns.stream()
                        .map(column -> column.cell().apply(one))
                        .collect(Collectors.joining("", "<tr>", "</tr>")))
                .collect(Collectors.joining());
        String heading = "<h2>" + escape(title) + " (" + duties.size() + ")</h2>";
        int hidden = duties.size() - shown.size();
        return heading
                + (duties.isEmpty()
                        ? "<p>" + escape(none) + "</p>"
                        : table(title, columns.stream().map(Column::head).toList(), rows))
                + (hidden > 0 ? "<p>" + escape(words.more().formatted(hidden)) + "</p>" : "");
    }

    private static String table(String caption, List<String> heads, String rows) {
        return "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"" + escape(caption)
                + "\"><table><caption class=\"unseen\">" + escape(caption) + "</caption><thead><tr>"
                + heads.stream()
                        .map(head -> "<th scope=\"col\">" + escape(head) + "</th>")
                        .collect(Collectors.joining())
                + "</tr></thead><tbody>" + rows + "</tbody></table></div>";
    }

    private List<Column> open(String count, Function<DeadlineView, String> days) {
        return List.of(
                new Column(board.due(), one -> day(one.dueOn())),
                new Column(count, days),
                new Column(board.what(), this::duty),
                new Column(board.role(), one -> cell(board.roleName(one.role()))),
                new Column(words.kind(), one -> cell(words.natureName(one.nature()))),
                new Column(board.entity(), one -> cell(one.entityId())),
                new Column(board.section(), one -> cell(one.citation())));
    }

    private List<Column> done() {
        return List.of(
                new Column(words.doneOn(), one -> day(one.metOn())),
                new Column(board.due(), one -> day(one.dueOn())),
                new Column(board.what(), this::duty),
                new Column(board.role(), one -> cell(board.roleName(one.role()))),
                new Column(words.kind(), one -> cell(words.natureName(one.nature()))),
                new Column(board.stateHead(), this::punctual),
                new Column(words.proof(), MonthPage::proof));
    }

    private String duty(DeadlineView one) {
        return "<th scope=\"row\">" + board.dutyHtml(one.title())
                + (one.drill() ? " (" + escape(board.drillMark()) + ")" : "") + "</th>";
    }

    private String punctual(DeadlineView one) {
        return one.late()
                ? "<td class=\"late\">" + escape(words.tooLate().formatted(one.daysLate())) + "</td>"
                : cell(words.inTime());
    }

    private String day(LocalDate day) {
        return "<td class=\"day\"><time datetime=\"" + day + "\">" + escape(board.day(day)) + "</time></td>";
    }

    private static String proof(DeadlineView one) {
        return one.proofEventId() == null
                ? cell("–")
                : "<td class=\"proof\"><code>" + one.proofEventId() + "</code></td>";
    }

    /** A duty of hours is late before a day has passed. */
    private String daysLate(DeadlineView one) {
        return "<td class=\"number late\">" + Math.max(0, -one.daysLeft()) + "</td>";
    }

    private static String daysLeft(DeadlineView one) {
        return number(one.daysLeft());
    }

    private static String number(long number) {
        return "<td class=\"number\">" + number + "</td>";
    }

    private static String cell(String text) {
        return "<td>" + escape(text) + "</td>";
    }

    private static String quiet(String text) {
        return "<p class=\"quiet\">" + escape(text) + "</p>";
    }

    private static String minute(Instant at) {
        return MINUTE.format(at);
    }
}
