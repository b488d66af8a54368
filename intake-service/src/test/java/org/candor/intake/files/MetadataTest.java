package org.candor.intake.files;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.text.PDFTextStripper;
import org.candor.intake.IntakeFixtures;
import org.candor.intake.mailbox.NamelessReporter;
import org.candor.test.OnRealPlatform;
import org.candor.test.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the properties of documents and recordings tell of their maker does not stay. */
@QuarkusTest
@OnRealPlatform
class MetadataTest {

    @BeforeEach
    void directory() {
        IntakeFixtures.aCityWithBothOfficersAndAnAdministrator();
    }

    @Test
    void removesWhatAPdfTellsOfItsMakerAndKeepsItsPages() throws IOException {
        byte[] kept = sentAndDownloaded("letter.pdf", SampleFiles.telltalePdf(), true);

        assertThat(SampleFiles.readable(kept)).startsWith("%PDF").doesNotContain("Thistlewood");
        try (PDDocument document = Loader.loadPDF(kept)) {
            assertThat(document.getDocument().getTrailer().containsKey(COSName.INFO))
                    .isFalse();
            assertThat(document.getDocumentCatalog().getMetadata()).isNull();
            assertThat(document.getPage(0).getMetadata()).isNull();
            assertThat(new PDFTextStripper().getText(document)).contains("The printer on the second floor.");
        }
        assertThat(sentAndDownloaded("letter.pdf", SampleFiles.telltalePdf(), true))
                .as("the same file is kept as the same")
                .isEqualTo(kept);
    }

    @Test
    void keepsAPdfAsSentThatItCannotWriteAnewSafely() throws IOException {
        byte[] bomb = SampleFiles.pdfBomb();
        assertThat(sentAndDownloaded("bomb.pdf", bomb, false)).isEqualTo(bomb);
        byte[] cut = "%PDF-1.7\nnothing more".getBytes(UTF_8);
        assertThat(sentAndDownloaded("cut.pdf", cut, false)).isEqualTo(cut);
        byte[] locked = encrypted();
        assertThat(sentAndDownloaded("locked.pdf", locked, false)).isEqualTo(locked);
    }

    /** The signature still proves what it proved: not a byte of what it covers has changed. */
    @Test
    void keepsASignedPdfByteForByteSoThatItsSignatureVerifies() throws IOException, GeneralSecurityException {
        SignedPdf signed = SignedPdf.of(SampleFiles.telltalePdf());
        byte[] kept = sentAndDownloaded("signed.pdf", signed.bytes(), false);
        assertThat(kept).isEqualTo(signed.bytes());
        assertThat(signed.verifies(kept)).isTrue();
        byte[] changed = kept.clone();
        // In the comment behind the first line, which no reader needs.
        changed[11] ^= 1;
        assertThat(signed.verifies(changed)).isFalse();
    }

    @Test
    void asksWhoGaveNoNameBeforeItKeepsWhatTellsOfHim() throws IOException, GeneralSecurityException {
        NamelessReporter reporter = NamelessReporter.reports();
        byte[] email =
                "From: Thistlewood <t@example.org>\r\nTo: a@example.org\r\nSubject: The printer\r\n\r\nHello.\r\n"
                        .getBytes(UTF_8);
        Map<String, byte[]> telling = Map.of(
                "signed.pdf",
                SignedPdf.of(SampleFiles.telltalePdf()).bytes(),
                "locked.pdf",
                encrypted(),
                "mail.eml",
                email);
        telling.forEach((name, content) -> FileTest.send(reporter, name, content)
                .statusCode(422)
                .body("code", equalTo("FILE_TELLS_OF_ITS_MAKER"))
                .body("errors.field", equalTo(List.of("keepAsSent"))));
        reporter.asks("/receipts/files/list").statusCode(200).body("items.size()", equalTo(0));
        telling.forEach((name, content) ->
                FileTest.send(reporter, name, content, true).statusCode(201).body("metadataRemoved", equalTo(false)));
    }

    @Test
    void doesNotAskWhoGaveHisNameNorAnOfficer() throws IOException, GeneralSecurityException {
        NamelessReporter named =
                NamelessReporter.reports(Map.of("contact", Map.of("name", "T. Pomfrey", "answerBy", "MAILBOX")));
        byte[] signed = SignedPdf.of(SampleFiles.telltalePdf()).bytes();
        FileTest.send(named, "signed.pdf", signed).statusCode(201).body("metadataRemoved", equalTo(false));
        given().auth()
                .oauth2(Tokens.of("privacy-officer"))
                .multiPart("file", "signed.pdf", signed)
                .post("/reports/" + named.incidentId() + "/files")
                .then()
                .statusCode(201)
                .body("metadataRemoved", equalTo(false));
    }

    @Test
    void removesThePropertiesOfAnOfficeDocumentAndKeepsItsParts() throws IOException {
        byte[] kept = sentAndDownloaded("minutes.docx", SampleFiles.telltaleDocument(), true);

        Map<String, String> parts = parts(kept);
        assertThat(parts.keySet())
                .containsExactly(
                        "[Content_Types].xml",
                        "docProps/core.xml",
                        "docProps/app.xml",
                        "docProps/custom.xml",
                        "word/document.xml");
        assertThat(parts.toString()).doesNotContain("Thistlewood");
        assertThat(SampleFiles.readable(kept)).doesNotContain("Thistlewood");
        assertThat(parts.get("word/document.xml")).contains("The printer on the second floor.");
    }

    @Test
    void removesTheTagsOfRecordingsAndKeepsTheSound() throws IOException {
        assertThat(sentAndDownloaded("call.mp3", SampleFiles.telltaleMp3(), true))
                .isEqualTo(SampleFiles.sound());

        byte[] wav = sentAndDownloaded("call.wav", SampleFiles.telltaleWav(), true);
        assertThat(SampleFiles.readable(wav))
                .doesNotContain("Thistlewood")
                .contains("JUNK")
                .endsWith("\1\2\3\4");
        assertThat(wav).hasSize(SampleFiles.telltaleWav().length - 3);

        byte[] m4a = sentAndDownloaded("call.m4a", SampleFiles.telltaleM4a(), true);
        assertThat(SampleFiles.readable(m4a))
                .doesNotContain("Thistlewood", "MadeOnMa")
                .contains("\1\2\3\4", "rest of the header");
        assertThat(m4a).hasSameSizeAs(SampleFiles.telltaleM4a());
    }

    private static byte[] encrypted() throws IOException {
        try (PDDocument document = Loader.loadPDF(SampleFiles.telltalePdf())) {
            document.protect(new StandardProtectionPolicy("owner", "", new AccessPermission()));
            var bytes = new java.io.ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static Map<String, String> parts(byte[] archive) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), new String(zip.readAllBytes(), UTF_8));
            }
        }
        return parts;
    }

    private static byte[] sentAndDownloaded(String name, byte[] content, boolean removed) {
        NamelessReporter reporter = NamelessReporter.reports();
        String file = FileTest.send(reporter, name, content, !removed)
                .statusCode(201)
                .body("metadataRemoved", equalTo(removed))
                .extract()
                .path("fileId");
        UUID incident = reporter.incidentId();
        return FileTest.download("privacy-officer", incident, file).asByteArray();
    }
}
