package org.candor.kit.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;

class DocumentsTest {

    private static final String BODY = """
            <h1>Worksheet</h1>
            <p>Dirección: 12 Calle Núñez &#8211; “quoted” &#38; <strong>bold</strong>, <em>italic</em>.</p>
            <h2>List</h2>
            <ul><li>one</li><li>two</li></ul>
            <table><caption>Factors</caption>
              <thead><tr><th scope="col">Factor</th><th scope="col">Finding</th></tr></thead>
              <tbody><tr><th scope="row">Nature</th><td>Names</td></tr></tbody></table>
            <p><a href="https://www.hhs.gov/" title="Department of Health and Human Services">hhs.gov</a></p>
            """;

    @Test
    void passesPdfUa1() throws Exception {
        assertThat(violations(Documents.pdf(BODY, "A worksheet", "en-US"))).isEmpty();
    }

    @Test
    void severalPagesWithTablesPassToo() throws Exception {
        assertThat(violations(Documents.pdf(BODY.repeat(12), "A long worksheet", "es-US")))
                .isEmpty();
    }

    @Test
    void holdsTheTextAndTheTitle() throws Exception {
        try (PDDocument document = Loader.loadPDF(Documents.pdf(BODY, "A worksheet", "en-US"))) {
            assertThat(new PDFTextStripper().getText(document)).contains("Núñez – “quoted” &");
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("A worksheet");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en-US");
        }
    }

    @Test
    void escapesMarkupAndDropsControlCharacters() {
        assertThat(Documents.escape("<b a='1'>\u0000A&B\"\u0007\u009f</b>\n"))
                .isEqualTo("&lt;b a=&#39;1&#39;&gt;A&amp;B&quot;&lt;/b&gt;\n");
    }

    @Test
    void refusesMarkupThatIsNotWellFormed() {
        assertThatThrownBy(() -> Documents.pdf("<p>open", "t", "en-US")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void loadsNothingFromOutside() {
        assertThat(Documents.pdf("<p><img src=\"file:///etc/hostname\" alt=\"x\"/>text</p>", "t", "en-US"))
                .isNotEmpty();
    }

    private static List<String> violations(byte[] pdf) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        try (PDFAParser parser =
                        Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFUA_1);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
            return validator.validate(parser).getTestAssertions().stream()
                    .map(Object::toString)
                    .toList();
        }
    }
}
