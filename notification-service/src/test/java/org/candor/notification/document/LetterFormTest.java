package org.candor.notification.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.candor.test.Pictures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LetterFormTest {

    private static final LetterFields ANA = new LetterFields(
            "November 21, 2026",
            "Reference: 3f2a9c-88d1e0",
            List.of(
                    "María-José Núñez-O’Brien",
                    "1234 Whispering Pine Boulevard",
                    "Apartment 5",
                    "Rockford, IL 61101-1234"),
            "Dear María-José Núñez-O’Brien:");

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void aFilledLetterPassesPdfUa(String language) throws Exception {
        byte[] letter = form(language, false).fill(ANA);

        assertThat(PdfUa.violations(letter)).isEmpty();
        Pictures.save("letter-" + language, letter);
    }

    @Test
    void aLetterOfADrillSaysSo() throws Exception {
        byte[] letter = form("en", true).fill(ANA);

        assertThat(text(letter)).contains("DRILL");
        Pictures.save("letter-drill", letter);
    }

    @Test
    void holdsTheFieldsAndTheFiveElements() throws Exception {
        assertThat(text(form("en", false).fill(ANA)))
                .contains(
                        "María-José Núñez-O’Brien",
                        "Apartment 5",
                        "Rockford, IL 61101-1234",
                        "Reference: 3f2a9c-88d1e0",
                        "What Happened",
                        "What Information Was Involved",
                        "What You Can Do",
                        "What We Are Doing",
                        "1-800-555-0142");
    }

    @Test
    void theAddressStandsWhereTheWindowOfTheEnvelopeIs() throws Exception {
        byte[] letter = form("en", false).fill(ANA);
        try (PDDocument document = Loader.loadPDF(letter)) {
            org.apache.pdfbox.text.PDFTextStripperByArea window = new org.apache.pdfbox.text.PDFTextStripperByArea();
            // 7/8 to 5 1/4 inches from the left, 1 7/8 to 3 inches from the top of the sheet.
            window.addRegion("window", new java.awt.geom.Rectangle2D.Double(63, 135, 315, 81));
            window.extractRegions(document.getPage(0));

            assertThat(window.getTextForRegion("window")
                            .strip()
                            .lines()
                            .map(String::strip)
                            .toList())
                    .containsExactlyElementsOf(ANA.address());
        }
    }

    @Test
    void theSameFieldsGiveTheSameBytes() {
        LetterForm form = form("en", false);

        assertThat(form.fill(ANA)).isEqualTo(form.fill(ANA));
    }

    @Test
    void whatTheFontLacksLosesItsAccentOrBecomesAQuestionMark() throws Exception {
        LetterFields fields = new LetterFields("", "", List.of("Nguyễn Ḫ 王"), "Dear X:");

        assertThat(text(form("en", false).fill(fields))).contains("Nguyễn H ?");
    }

    @Test
    void aVeryLongNameStaysInTheWindow() throws Exception {
        LetterFields fields = new LetterFields(
                "", "", List.of("Wolfeschlegel ".repeat(6).strip(), "1 Road", "A, WI 54901"), "Dear X:");

        Pictures.save("letter-long-name", form("en", false).fill(fields));
        assertThat(text(form("en", false).fill(fields))).contains("Wolfeschlegel");
    }

    private static LetterForm form(String language, boolean drill) {
        return LetterForm.of(LetterForm.layOut(
                NoticeFixtures.CITY,
                language.equals("es") ? NoticeFixtures.spanish() : NoticeFixtures.english(),
                Words.in(language),
                drill));
    }

    private static String text(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
