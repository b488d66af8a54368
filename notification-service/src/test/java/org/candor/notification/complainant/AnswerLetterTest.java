package org.candor.notification.complainant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.candor.kit.web.PersonalText;
import org.candor.notification.document.PdfUa;
import org.candor.notification.document.Sender;
import org.candor.test.Pictures;
import org.junit.jupiter.api.Test;

/** The answer of investigation-service on our paper: one letterhead, its own title, real headings. */
class AnswerLetterTest {

    private static final Sender CITY = new Sender(
            "City of Larkspur Falls",
            "100 Main Street",
            "Larkspur Falls",
            "WI",
            "54901",
            "+18005550142",
            "privacy@larkspur-falls.example",
            "https://larkspur-falls.example");

    private static final String ANSWER = """
            City of Larkspur Falls
            100 Main Street, Larkspur Falls, WI 54901
            1-800-555-0142
            March 25, 2026

            The answer to your complaint

            We received your complaint on March 10, 2026.

            What we found
            A clerk looked at your record without a reason to. We have told him that he may not.

            The record is watched from now on.

            What we recommend
            We have changed who may open such records.

            If you do not agree
            You may complain to the Secretary of Health and Human Services. Nobody may retaliate against you.

            U.S. Department of Health and Human Services
            Office for Civil Rights
            200 Independence Avenue, S.W.
            Washington, D.C. 20201

            Dana Whitfield
            Privacy Officer
            """;

    @Test
    void theLetterheadIsLeftOutAndHeadingsAndSignatureAreFound() {
        AnswerText text = AnswerText.of(ANSWER, CITY.name());

        assertThat(text.title()).contains("The answer to your complaint");
        assertThat(text.signature()).contains("Dana Whitfield\nPrivacy Officer");
        assertThat(text.blocks())
                .extracting(LetterBlock::heading)
                .containsExactly("", "What we found", "", "What we recommend", "If you do not agree", "");
        assertThat(text.blocks().getLast().text()).startsWith("U.S. Department of Health and Human Services\nOffice");
    }

    @Test
    void whatIsNotBuiltLikeThatStaysAsItIs() {
        AnswerText text = AnswerText.of("Estimada señora:\n\nEncontramos una violación.", CITY.name());

        assertThat(text)
                .isEqualTo(new AnswerText(
                        Optional.empty(),
                        List.of(LetterBlock.of("Estimada señora:"), LetterBlock.of("Encontramos una violación.")),
                        Optional.empty()));
        assertThat(AnswerText.of(CITY.name(), CITY.name()).blocks()).containsExactly(LetterBlock.of(CITY.name()));
    }

    @Test
    void thePdfHasOneLetterheadAndRealHeadings() throws Exception {
        byte[] pdf = letter().pdf();

        Pictures.save("complaint-answer", pdf);
        assertThat(PdfUa.violations(pdf)).isEmpty();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document);
            // In the letterhead, and where it says how we are reached.
            assertThat(text.split("City of Larkspur Falls", -1)).hasSize(3);
            assertThat(text.split("March 25, 2026", -1)).hasSize(2);
            List<String> headings = new ArrayList<>();
            collect(document.getDocumentCatalog().getStructureTreeRoot(), headings);
            assertThat(headings).containsExactly("H1", "H2", "H2", "H2");
        }
        assertThat(letter().plain()).contains("What we found\nA clerk", "Dana Whitfield\nPrivacy Officer");
    }

    private static LetterText letter() {
        IntakeClient.Contact contact = new IntakeClient.Contact(
                "LETTER",
                new PersonalText("Odalys Fenwick-Núñez"),
                new PersonalText(""),
                new PersonalText("12 Mill Lane\nLarkspur Falls, WI 53999"),
                "en",
                LocalDate.of(2026, 3, 10),
                LocalDate.of(2026, 4, 9),
                "Nobody may retaliate against you for your report.");
        return LetterText.answer(
                new UUID(1, 2),
                CITY,
                contact,
                new InvestigationClient.Answer("en", new PersonalText(ANSWER), LocalDate.of(2026, 3, 25)));
    }

    private static void collect(PDStructureNode node, List<String> headings) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                if (element.getStructureType().matches("H\\d")) {
                    headings.add(element.getStructureType());
                }
                collect(element, headings);
            }
        }
    }
}
