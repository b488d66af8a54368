package org.candor.notification.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candor.kit.document.Documents;
import org.candor.notification.text.decision.NoticeContent;

/**
 * The notice to a state regulator, a credit bureau or a covered entity: what is known of the breach, how people are told, what the
 * rule asks for. English, since that is what its recipients read.
 */
public final class RegulatorLayout {

    private static final Words WORDS = Words.in("en");
    private static final String CSS =
            "tbody th { width: 34%; font-weight: normal; } p.tight { margin: 0; } p.day { margin: 12pt 0; }";

    /**
     * What stands in it.
     *
     * @param residents of the recipient's jurisdiction; empty where the rule counts nobody or nobody is known
     * @param toldFrom first and last day of the letters, as far as they went out
     * @param detailed false for credit bureaus, who are told how people are told and nothing of the information
     */
    public record Facts(
            Sender sender,
            String recipient,
            String jurisdiction,
            String citation,
            LocalDate dated,
            Optional<NoticeContent> content,
            Optional<Long> residents,
            Optional<LocalDate> toldFrom,
            Optional<LocalDate> toldThrough,
            boolean detailed,
            boolean drill) {}

    private record Line(String name, String text) {}

    private RegulatorLayout() {}

    public static byte[] pdf(Facts facts) {
        StringBuilder rows = new StringBuilder();
        lines(facts)
                .forEach(line -> rows.append("<tr><th scope=\"row\">")
                        .append(Documents.escape(line.name()))
                        .append("</th><td>")
                        .append(Documents.escape(line.text()).replace("\n", "<br/>"))
                        .append("</td></tr>"));
        String body = (facts.drill() ? "<p class=\"drill\">" + Documents.escape(WORDS.drill()) + "</p>" : "")
                + tight(facts.sender().name()) + tight(facts.sender().street())
                + tight(facts.sender().cityLine())
                + "<p class=\"day\">" + Documents.escape(WORDS.day(facts.dated())) + "</p><p>To: "
                + Documents.escape(facts.recipient()) + "</p><h1>" + title(facts) + "</h1><p>"
                + Documents.escape(opening(facts)) + "</p><table><thead><tr><th scope=\"col\">Item</th>"
                + "<th scope=\"col\">Answer</th></tr></thead><tbody>" + rows + "</tbody></table>";
        return Documents.pdf(body, CSS, title(facts), "en-US");
    }

    public static String plain(Facts facts) {
        StringBuilder text = new StringBuilder(facts.drill() ? WORDS.drill() + "\n\n" : "");
        text.append(facts.sender().oneLine())
                .append("\n")
                .append(WORDS.day(facts.dated()))
                .append("\n\nTo: ")
                .append(facts.recipient())
                .append("\n\n")
                .append(title(facts))
                .append("\n\n")
                .append(opening(facts))
                .append("\n\n");
        lines(facts)
                .forEach(line -> text.append(line.name())
                        .append(": ")
                        .append(line.text())
                        .append("\n"));
        return text.toString();
    }

    private static String title(Facts facts) {
        return "Notice of a data breach (" + facts.jurisdiction() + ")";
    }

    private static String opening(Facts facts) {
        return "We give this notice under " + facts.citation() + ".";
    }

    private static List<Line> lines(Facts facts) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("Organisation", facts.sender().oneLine()));
        facts.residents().ifPresent(count -> lines.add(new Line("Residents affected", Long.toString(count))));
        facts.content().ifPresent(content -> {
            content.breachOn().ifPresent(day -> lines.add(new Line("Date of the breach", WORDS.day(day))));
            content.discoveredOn().ifPresent(day -> lines.add(new Line("Date of discovery", WORDS.day(day))));
            if (facts.detailed()) {
                lines.add(new Line("What happened", content.whatHappened()));
                lines.add(new Line("Types of information", String.join(", ", NoticeSections.kinds(content, WORDS))));
                lines.add(new Line("What we do", content.response()));
            }
        });
        facts.toldFrom().ifPresent(from -> lines.add(new Line("Individuals told", told(from, facts.toldThrough()))));
        lines.add(new Line(
                "Contact",
                String.join(
                        ", ",
                        List.of(
                                NoticeMarkup.phone(facts.sender().tollFree()),
                                facts.sender().email()))));
        return lines;
    }

    private static String told(LocalDate from, Optional<LocalDate> through) {
        String first = WORDS.day(from);
        return through.filter(day -> !day.equals(from))
                .map(last -> first + " to " + WORDS.day(last))
                .orElse(first);
    }

    private static String tight(String text) {
        return "<p class=\"tight\">" + Documents.escape(text) + "</p>";
    }
}
