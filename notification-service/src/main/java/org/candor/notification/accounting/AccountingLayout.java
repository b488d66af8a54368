package org.candor.notification.accounting;

import java.util.Optional;
import org.candor.kit.document.Documents;
import org.candor.kit.web.PersonalText;
import org.candor.notification.accounting.AccountingRequest.Accounting;
import org.candor.notification.accounting.AccountingRequest.Entry;
import org.candor.notification.document.Sender;
import org.candor.notification.document.Words;

/** The accounting as it goes to the person, in English or Spanish. Pure; for a worker. */
final class AccountingLayout {

    private static final String CSS = "p.tight { margin: 0; } h1 { margin-top: 18pt; } td, th { font-size: 9pt; }";

    /** What is said where there is nothing to list is true, too, where a breach is left out for a time. */
    private record Text(
            String title,
            String person,
            String period,
            String none,
            String intro,
            String date,
            String recipient,
            String description,
            String purpose,
            String ask) {}

    private static final Text ENGLISH = new Text(
            "Accounting of disclosures",
            "For: %s",
            "Period: %s to %s",
            "There is no disclosure that we have to list for this period.",
            "In this period your health information was disclosed without your permission, in a breach:",
            "Date",
            "Who received it",
            "What information",
            "Purpose or basis",
            "You may ask for this once a year without charge. Questions: %s.");

    private static final Text SPANISH = new Text(
            "Informe de divulgaciones",
            "Para: %s",
            "Periodo: del %s al %s",
            "No hay divulgaciones que debamos enumerar en este periodo.",
            "En este periodo su información de salud se divulgó sin su permiso, en una violación:",
            "Fecha",
            "Quién la recibió",
            "Qué información",
            "Propósito o fundamento",
            "Puede pedir este informe una vez al año sin costo. Preguntas: %s.");

    private AccountingLayout() {}

    static byte[] pdf(Accounting accounting, Sender sender, String language) {
        Words words = Words.in(language);
        Text text = words.spanish() ? SPANISH : ENGLISH;
        AccountingRequest.View request = accounting.request();
        String body = tight(sender.name()) + tight(sender.street()) + tight(sender.cityLine()) + "<h1>" + text.title()
                + "</h1>"
                + paragraph(text.person().formatted(accounting.person().value()))
                + paragraph(text.period().formatted(words.day(request.coversFrom()), words.day(request.receivedOn())))
                + (accounting.entries().isEmpty()
                        ? paragraph(text.none())
                        : paragraph(text.intro()) + table(accounting, text, words))
                + paragraph(text.ask().formatted(sender.email()));
        return Documents.pdf(body, CSS, text.title(), words.tag());
    }

    private static String table(Accounting accounting, Text text, Words words) {
        StringBuilder rows = new StringBuilder("<table><thead><tr>");
        for (String head : new String[] {text.date(), text.recipient(), text.description(), text.purpose()}) {
            rows.append("<th scope=\"col\">").append(Documents.escape(head)).append("</th>");
        }
        rows.append("</tr></thead><tbody>");
        accounting.entries().forEach(entry -> rows.append(row(entry, words)));
        return rows.append("</tbody></table>").toString();
    }

    private static String row(Entry entry, Words words) {
        String address = Optional.ofNullable(entry.recipientAddress())
                .map(PersonalText::value)
                .map(one -> "<br/>" + Documents.escape(one))
                .orElse("");
        String day = Optional.ofNullable(entry.disclosedOn()).map(words::day).orElse("–");
        return "<tr><th scope=\"row\">" + Documents.escape(day) + "</th><td>"
                + Documents.escape(entry.recipientName().value()) + address + "</td><td>"
                + Documents.escape(entry.description().value()) + "</td><td>"
                + Documents.escape(entry.purpose().value()) + "</td></tr>";
    }

    private static String paragraph(String text) {
        return "<p>" + Documents.escape(text) + "</p>";
    }

    private static String tight(String text) {
        return "<p class=\"tight\">" + Documents.escape(text) + "</p>";
    }
}
