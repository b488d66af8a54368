package org.candor.kit.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
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
    void loadsNothingFromOutside() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        try {
            String there = "http://localhost:" + server.getAddress().getPort() + "/x";
            byte[] pdf = Documents.pdf(
                    """
                    <p style="background-image: url(%1$s.png)">text</p><p><img src="%1$s.png" alt="x"/></p>
                    <object data="%1$s.svg" type="image/svg+xml"></object>
                    <p><img src="file:///etc/hostname" alt="y"/></p>""".formatted(there),
                    "@import url(%1$s.css); @font-face {font-family: z; src: url(%1$s.ttf)} p {font-family: z, 'Open Sans'}"
                            .formatted(there),
                    "t",
                    "en-US");
            assertThat(pdf).isNotEmpty();
            assertThat(asked).hasValue(0);

            // It would have been seen.
            assertThat(URI.create(there).toURL().openConnection().getHeaderField(0))
                    .contains("404");
            assertThat(asked).hasValue(1);
        } finally {
            server.stop(0);
        }
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
