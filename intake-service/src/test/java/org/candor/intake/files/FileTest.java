package org.candor.intake.files;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.candor.intake.IntakeFixtures.json;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.candor.events.AccessEvent.AccessRecorded;
import org.candor.events.ReportEvent.ReporterMessageReceived;
import org.candor.events.Topic;
import org.candor.intake.IntakeFixtures;
import org.candor.intake.mailbox.NamelessReporter;
import org.candor.test.Database;
import org.candor.test.OnRealPlatform;
import org.candor.test.Tokens;
import org.candor.test.TopicProbe;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** No scanner is configured here: files are released and say that nobody scanned them. */
@QuarkusTest
@OnRealPlatform
class FileTest {

    @BeforeEach
    void directory() {
        IntakeFixtures.aCityWithBothOfficersAndAnAdministrator();
    }

    @Test
    void anOfficerDownloadsWhatANamelessReporterSent() throws NoSuchAlgorithmException {
        NamelessReporter reporter = NamelessReporter.reports();
        String file = send(reporter, "letter to thistlewood.txt", SampleFiles.text())
                .statusCode(201)
                .body("state", equalTo("UNSCANNED"))
                .body("mediaType", equalTo("text/plain"))
                .body("name", equalTo("file-1.txt"))
                .extract()
                .path("fileId");

        Response answer = download("privacy-officer", reporter.incidentId(), file);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.asByteArray()).isEqualTo(SampleFiles.text());
        assertThat(answer.header("Content-Disposition")).isEqualTo("attachment; filename*=UTF-8''file-1.txt");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("Content-Security-Policy")).contains("sandbox");
        json("privacy-officer")
                .get("/reports/" + reporter.incidentId() + "/files")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].sha256", equalTo(sha256(SampleFiles.text())));
        try (TopicProbe accesses = TopicProbe.on(Topic.ACCESS)) {
            AccessRecorded downloaded = accesses.await(
                    AccessRecorded.class,
                    a -> a.action().equals("download-file") && a.incidentIds().equals(List.of(reporter.incidentId())));
            assertThat(downloaded.filter()).isEqualTo("fileId=" + file);
        }
        try (TopicProbe reports = TopicProbe.on(Topic.REPORT)) {
            assertThat(reports.await(
                                    ReporterMessageReceived.class,
                                    e -> e.incidentId().equals(reporter.incidentId()))
                            .kind())
                    .isEqualTo("FILE");
        }
    }

    @Test
    void keepsTheNameOfAFileWhoseSenderGaveHis() {
        NamelessReporter reporter =
                NamelessReporter.reports(Map.of("contact", Map.of("name", "Odalys Fenwick", "answerBy", "MAILBOX")));
        send(reporter, "../../letter of May.txt", SampleFiles.text())
                .statusCode(201)
                .body("name", equalTo("letter of May.txt"));
    }

    @Test
    void anOfficerAddsTheScanOfALetterWhichTheReporterDoesNotSee() {
        NamelessReporter reporter = NamelessReporter.reports();
        String scan = given().auth()
                .oauth2(Tokens.of("privacy-officer"))
                .multiPart("file", "scan.txt", SampleFiles.text())
                .post("/reports/" + reporter.incidentId() + "/files")
                .then()
                .statusCode(201)
                .body("sender", equalTo("OFFICER"))
                .body("uploadedBy", equalTo("privacy-officer"))
                .body("name", equalTo("scan.txt"))
                .extract()
                .path("fileId");
        reporter.asks("/receipts/files/list").statusCode(200).body("items", hasSize(0));
        send(reporter, "page.txt", SampleFiles.text())
                .statusCode(201)
                .body("name", equalTo("file-1.txt"))
                .body("uploadedBy", nullValue());
        reporter.asks("/receipts/files/list").statusCode(200).body("items.name", equalTo(List.of("file-1.txt")));
        json("security-officer")
                .get("/reports/" + reporter.incidentId() + "/files")
                .then()
                .statusCode(200)
                .body("items.name", equalTo(List.of("scan.txt", "file-1.txt")));
        try (TopicProbe accesses = TopicProbe.on(Topic.ACCESS)) {
            AccessRecorded added = accesses.await(
                    AccessRecorded.class,
                    a -> a.action().equals("add-file") && a.incidentIds().equals(List.of(reporter.incidentId())));
            assertThat(added.filter()).isEqualTo("fileId=" + scan);
            assertThat(added.actor()).isEqualTo("privacy-officer");
        }
    }

    @Test
    void aRetryTakesNoSecondPlace() {
        NamelessReporter reporter = NamelessReporter.reports();
        for (int i = 1; i < FileLimits.MOST; i++) {
            send(reporter, "page.txt", SampleFiles.text()).statusCode(201);
        }
        String key = UUID.randomUUID().toString();
        String last = keyed(reporter, key, SampleFiles.text())
                .statusCode(201)
                .extract()
                .path("fileId");
        keyed(reporter, key, SampleFiles.text()).statusCode(201).body("fileId", equalTo(last));
        keyed(reporter, key, "something else".getBytes(UTF_8))
                .statusCode(422)
                .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
        reporter.asks("/receipts/files/list").statusCode(200).body("items", hasSize(FileLimits.MOST));
    }

    @Test
    void aRetryGoesOnWhereTheFirstTryWasCutOff() {
        byte[] large = new byte[2 * FileLimits.CHUNK + 1];
        Arrays.fill(large, (byte) 'x');
        NamelessReporter reporter = NamelessReporter.reports();
        String key = UUID.randomUUID().toString();
        String file = keyed(reporter, key, large).statusCode(201).extract().path("fileId");
        Database.execute("delete from report_file_chunk where number > 0 and file_id = ?", UUID.fromString(file));
        Database.execute("update report_file set state = 'UPLOADING' where file_id = ?", UUID.fromString(file));

        keyed(reporter, key, large).statusCode(201).body("fileId", equalTo(file));
        assertThat(download("privacy-officer", reporter.incidentId(), file).asByteArray())
                .isEqualTo(large);
    }

    @Test
    void removesWhatAJpegTellsOfItsMakerAndKeepsThePicture() throws IOException {
        byte[] kept = sentAndDownloaded("photo.jpg", SampleFiles.telltaleJpeg());
        assertThat(SampleFiles.readable(SampleFiles.telltaleJpeg())).contains(SampleFiles.MAKER);
        assertThat(SampleFiles.readable(kept)).doesNotContain("Thistlewood").doesNotContain("Exif");
        assertThat(pixels(kept)).isEqualTo(pixels(SampleFiles.telltaleJpeg()));
    }

    @Test
    void removesWhatAPngTellsOfItsMakerAndKeepsThePicture() throws IOException {
        byte[] kept = sentAndDownloaded("screen.png", SampleFiles.telltalePng());
        assertThat(SampleFiles.readable(SampleFiles.telltalePng())).contains(SampleFiles.MAKER);
        assertThat(SampleFiles.readable(kept)).doesNotContain("Thistlewood").doesNotContain("eXIf");
        assertThat(pixels(kept)).isEqualTo(pixels(SampleFiles.telltalePng()));
    }

    @Test
    void aLargeFileComesBackByteForByteAndIsNowhereInClear() {
        byte[] large = new byte[3 * FileLimits.CHUNK + 7];
        Arrays.fill(large, (byte) ' ');
        byte[] canary = "Thistlewood Pomfrey".getBytes(UTF_8);
        System.arraycopy(canary, 0, large, FileLimits.CHUNK - 5, canary.length);
        NamelessReporter reporter = NamelessReporter.reports();
        String file = send(reporter, "log.txt", large).statusCode(201).extract().path("fileId");

        assertThat(download("privacy-officer", reporter.incidentId(), file).asByteArray())
                .isEqualTo(large);
        assertThat(Database.number("select count(*) from report_file_chunk where file_id = ?", UUID.fromString(file)))
                .isEqualTo(4);
        assertThat(Database.number(
                        "select count(*) from report_file_chunk where position('Thistlewood'::bytea in body) > 0"))
                .isZero();
    }

    @Test
    void aChunkInAnothersPlaceIsRefused() {
        byte[] large = new byte[2 * FileLimits.CHUNK];
        Arrays.fill(large, (byte) 'x');
        NamelessReporter reporter = NamelessReporter.reports();
        String file = send(reporter, "log.txt", large).statusCode(201).extract().path("fileId");
        Database.execute(
                "update report_file_chunk set number = 1 - number + 10 where file_id = ?", UUID.fromString(file));
        Database.execute("update report_file_chunk set number = number - 10 where file_id = ?", UUID.fromString(file));

        Response answer = download("privacy-officer", reporter.incidentId(), file);
        assertThat(answer.statusCode()).isEqualTo(500);
    }

    static Stream<Arguments> refusedFiles() throws IOException {
        return Stream.of(
                Arguments.of("empty.txt", new byte[0], "EMPTY_FILE"),
                Arguments.of("program.pdf", "MZ\u0090\0\3".getBytes(ISO_8859_1), "FILE_TYPE_REFUSED"),
                Arguments.of("photo.png", SampleFiles.telltaleJpeg(), "FILE_TYPE_REFUSED"),
                Arguments.of("page.txt", "<html><script>alert(1)</script></html>".getBytes(UTF_8), "FILE_TYPE_REFUSED"),
                Arguments.of("archive.zip", SampleFiles.document(10), "FILE_TYPE_REFUSED"),
                Arguments.of("noextension", SampleFiles.text(), "FILE_TYPE_REFUSED"),
                Arguments.of("bomb.docx", SampleFiles.document(600L * 1024 * 1024), "FILE_TYPE_REFUSED"),
                Arguments.of("dense.docx", SampleFiles.document(100L * 1024 * 1024), "FILE_TYPE_REFUSED"),
                Arguments.of("cut.jpg", half(SampleFiles.telltaleJpeg()), "FILE_DAMAGED"),
                Arguments.of("cut.png", half(SampleFiles.telltalePng()), "FILE_DAMAGED"));
    }

    @ParameterizedTest
    @MethodSource("refusedFiles")
    void refusesWhatItCannotTakeAndSaysWhy(String name, byte[] content, String code) {
        NamelessReporter reporter = NamelessReporter.reports();
        send(reporter, name, content).statusCode(422).body("code", equalTo(code));
        reporter.asks("/receipts/files/list").statusCode(200).body("items", hasSize(0));
    }

    @Test
    void takesAnOfficeDocumentThatIsOne() throws IOException {
        send(NamelessReporter.reports(), "minutes.docx", SampleFiles.document(2_000))
                .statusCode(201)
                .body("mediaType", containsString("wordprocessingml"));
    }

    @Test
    void refusesMoreThanTwentyFiveMegabytes() {
        byte[] tooLarge = new byte[(int) FileLimits.LARGEST + 1];
        new Random(7).nextBytes(tooLarge);
        send(NamelessReporter.reports(), "large.txt", tooLarge).statusCode(422).body("code", equalTo("FILE_TOO_LARGE"));
    }

    @Test
    void takesTenFilesAndNotEleven() {
        NamelessReporter reporter = NamelessReporter.reports();
        for (int i = 0; i < FileLimits.MOST; i++) {
            send(reporter, "page.txt", SampleFiles.text()).statusCode(201);
        }
        send(reporter, "page.txt", SampleFiles.text()).statusCode(422).body("code", equalTo("TOO_MANY_FILES"));
    }

    @Test
    void hidesFilesFromWhomTheReportImplicates() {
        NamelessReporter reporter =
                NamelessReporter.reports(Map.of("implicated", List.of("privacy-officer@larkspurfalls.example")));
        String file = send(reporter, "proof.txt", SampleFiles.text())
                .statusCode(201)
                .extract()
                .path("fileId");
        assertThat(download("privacy-officer", reporter.incidentId(), file).statusCode())
                .isEqualTo(404);
        json("privacy-officer")
                .get("/reports/" + reporter.incidentId() + "/files")
                .then()
                .statusCode(404);
        assertThat(download("security-officer", reporter.incidentId(), file).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aWrongReceiptAddsNothing() {
        given().multiPart("receipt", "7K3M-92QX-0VTA-HJ5N")
                .multiPart("file", "page.txt", SampleFiles.text())
                .post("/receipts/files")
                .then()
                .statusCode(404)
                .body("code", equalTo("UNKNOWN_RECEIPT"));
    }

    @Test
    void onlyFilesMayBeLarge() {
        byte[] chunked = new byte[1024 * 1024 + 10];
        Arrays.fill(chunked, (byte) ' ');
        given().contentType("application/json")
                .body(new ByteArrayInputStream(chunked))
                .post("/reports")
                .then()
                .statusCode(413)
                .body("code", equalTo("BODY_TOO_LARGE"));
    }

    private static byte[] half(byte[] whole) {
        return Arrays.copyOf(whole, whole.length / 2);
    }

    private static byte[] sentAndDownloaded(String name, byte[] content) {
        NamelessReporter reporter = NamelessReporter.reports();
        String file = send(reporter, name, content)
                .statusCode(201)
                .body("metadataRemoved", equalTo(true))
                .extract()
                .path("fileId");
        return download("privacy-officer", reporter.incidentId(), file).asByteArray();
    }

    static ValidatableResponse send(NamelessReporter reporter, String name, byte[] content) {
        return send(reporter, name, content, false);
    }

    static ValidatableResponse send(NamelessReporter reporter, String name, byte[] content, boolean asSent) {
        return given().multiPart("receipt", reporter.receipt())
                .multiPart("file", name, content)
                .multiPart("keepAsSent", asSent)
                .post("/receipts/files")
                .then();
    }

    private static ValidatableResponse keyed(NamelessReporter reporter, String key, byte[] content) {
        return given().header("Idempotency-Key", key)
                .multiPart("receipt", reporter.receipt())
                .multiPart("file", "page.txt", content)
                .post("/receipts/files")
                .then();
    }

    static Response download(String role, UUID incidentId, String file) {
        return given().auth().oauth2(Tokens.of(role)).get("/reports/" + incidentId + "/files/" + file);
    }

    private static List<Integer> pixels(byte[] image) throws IOException {
        var picture = ImageIO.read(new ByteArrayInputStream(image));
        return Arrays.stream(picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth()))
                .boxed()
                .toList();
    }

    private static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
