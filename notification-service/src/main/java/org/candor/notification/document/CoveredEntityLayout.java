package org.candor.notification.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.candor.kit.document.Documents;
import org.candor.notification.text.decision.NoticeContent;

/**
 * The notice of a business associate to a covered entity: who was affected, and what else the covered entity has to tell them,
 * as far as it is known (45 CFR 164.410(c)). English, since that is what its recipients read.
 */
public final class CoveredEntityLayout {

    private static final Words WORDS = Words.in("en");

    /** What is said of a person so that the covered entity knows who he is. */
    public record Person(String externalId, String name, Optional<LocalDate> bornOn, String address) {}

    /**
     * Who was affected.
     *
     * @param named on the paper itself; empty where they stand in a file that is handed over apart
     * @param sha256 of that file, hexadecimal
     */
    public record Affected(long count, List<Person> named, String sha256) {

        public static final Affected UNKNOWN = new Affected(0, List.of(), "");

        public Affected {
            named = List.copyOf(named);
        }
    }

    private CoveredEntityLayout() {}

    public static byte[] pdf(LetterPaper paper, NoticeContent content, Affected affected, boolean supplement) {
        return paper.pdf(title(supplement), body(content, affected, supplement) + annex(affected));
    }

    /** The notice without those whom it is about; kept as the generic copy (policy III.E). */
    public static byte[] generic(Sender sender, NoticeContent content, boolean drill, LocalDate day) {
        LetterPaper paper = new LetterPaper(
                WORDS, sender, WORDS.day(day), WORDS.reference() + ": –", List.of("[covered entity]"), drill);
        return pdf(paper, content, Affected.UNKNOWN, false);
    }

    public static String html(NoticeContent content) {
        return PublicPage.html(
                title(false),
                WORDS,
                "<main><h1>" + title(false) + "</h1>" + body(content, Affected.UNKNOWN, false) + "</main>");
    }

    /** Names nobody: it goes through mail servers. */
    public static String plain(Sender sender, NoticeContent content, Affected affected, boolean supplement) {
        String sections = sections(content, affected).stream()
                .map(one -> one.heading() + "\n" + one.text())
                .collect(Collectors.joining("\n\n"));
        return title(supplement) + "\n\n" + intro(supplement) + "\n\n" + sections + "\n\n" + content.signerName() + ", "
                + content.signerTitle() + "\n" + sender.oneLine() + "\n";
    }

    public static String title(boolean supplement) {
        return supplement
                ? "Supplement to our notice of a breach of unsecured protected health information"
                : "Notice of a breach of unsecured protected health information";
    }

    private record Section(String heading, String text) {}

    private static String intro(boolean supplement) {
        return "We are your business associate, and give you this notice under 45 CFR 164.410. "
                + (supplement ? "It adds to what we told you before. " : "")
                + "It says what we know now; what becomes available later will follow without delay.";
    }

    /** What is not known yet is left out. */
    private static List<Section> sections(NoticeContent content, Affected affected) {
        return List.of(
                        new Section("What happened", content.whatHappened()),
                        new Section(
                                "Date of the breach",
                                content.breachOn().map(WORDS::day).orElse("")),
                        new Section(
                                "Date of discovery",
                                content.discoveredOn().map(WORDS::day).orElse("")),
                        new Section("Types of information", String.join(", ", NoticeSections.kinds(content, WORDS))),
                        new Section("What individuals should do", content.steps()),
                        new Section("What we do", content.response()),
                        new Section("Individuals affected", individuals(affected)),
                        new Section("Whom to ask", contact(content.contact())))
                .stream()
                .filter(section -> !section.text().isBlank())
                .toList();
    }

    private static String individuals(Affected affected) {
        if (affected.count() == 0) {
            return "We do not know yet which individuals were affected. We will name them as soon as we can.";
        }
        return affected.named().isEmpty()
                ? "We know of " + affected.count()
                        + ". They are named in a file that we hand over apart from this notice,"
                        + " protected. SHA-256 of the file: " + affected.sha256()
                : "We know of " + affected.count() + ". They are named at the end of this notice.";
    }

    private static String contact(NoticeContent.Contact contact) {
        return List.of(NoticeMarkup.phone(contact.tollFree()), contact.email(), contact.website(), contact.postal())
                .stream()
                .filter(one -> !one.isBlank())
                .collect(Collectors.joining("\n"));
    }

    private static String body(NoticeContent content, Affected affected, boolean supplement) {
        return LetterPaper.paragraph("", intro(supplement))
                + sections(content, affected).stream()
                        .map(one -> "<h2>" + Documents.escape(one.heading()) + "</h2>"
                                + LetterPaper.paragraph("", one.text()))
                        .collect(Collectors.joining())
                + LetterPaper.paragraph("signature", content.signerName() + "\n" + content.signerTitle());
    }

    private static String annex(Affected affected) {
        return affected.named().isEmpty()
                ? ""
                : "<h2 style=\"page-break-before: always\">Individuals affected</h2><table><thead><tr><th scope=\"col\">Our"
                        + " number</th><th scope=\"col\">Name</th><th scope=\"col\">Born</th><th scope=\"col\">Address</th>"
                        + "</tr></thead><tbody>"
                        + affected.named().stream()
                                .map(CoveredEntityLayout::row)
                                .collect(Collectors.joining())
                        + "</tbody></table>";
    }

    private static String row(Person person) {
        return "<tr><th scope=\"row\">" + Documents.escape(person.externalId()) + "</th><td>"
                + Documents.escape(person.name()) + "</td><td>"
                + person.bornOn().map(LocalDate::toString).orElse("") + "</td><td>"
                + Documents.escape(person.address()) + "</td></tr>";
    }
}
