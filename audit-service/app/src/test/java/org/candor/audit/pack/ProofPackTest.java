package org.candor.audit.pack;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.zip.ZipFile;
import org.candor.audit.KeptFile;
import org.candor.audit.Story;
import org.candor.audit.TrailKeyFile;
import org.candor.events.AccessEvent.AccessRecorded;
import org.candor.events.OfficerRole;
import org.candor.events.Topic;
import org.candor.test.Database;
import org.candor.test.Facts;
import org.candor.test.OnRealPlatform;
import org.candor.test.Pictures;
import org.candor.test.Routing;
import org.candor.test.Tokens;
import org.candor.verify.CandorVerify;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@OnRealPlatform(service = "audit_packs", separateOwner = true)
@WithTestResource(TrailKeyFile.class)
class ProofPackTest {

    private static final String KEPT = "documents/0001-FORM-FORM-3-III-B-1.pdf";

    @TempDir
    Path folder;

    private String printed = "";

    @Test
    void convincesAStrangerThatAnIncidentWasHandled() throws IOException {
        Story story = closed();
        Path pack = pack(as("auditor"), "incidentId=" + story.incidentId());

        assertThat(verify(pack)).isEqualTo(CandorVerify.VERIFIED);
        assertThat(printed).contains("incident " + story.incidentId()).contains("0 that the reader may not see");
        try (ZipFile zip = new ZipFile(pack.toFile())) {
            assertThat(zip.stream().map(Object::toString))
                    .contains(
                            "manifest.json",
                            "entries.jsonl",
                            "left-out.jsonl",
                            "checkpoints.jsonl",
                            "keys/trail-1.pem",
                            "README.txt",
                            "timeline.en.html",
                            "timeline.es.pdf");
            for (String language : List.of("en", "es")) {
                Pictures.save("timeline-" + language, read(zip, "timeline." + language + ".pdf"));
                Files.write(
                        Path.of("target/pictures/timeline-" + language + ".html"),
                        read(zip, "timeline." + language + ".html"));
            }
            assertThat(new String(read(zip, "timeline.en.html"), UTF_8))
                    .contains("<html lang=\"en-US\">", "The case was closed", "privacy-officer", "scope=\"col\"");
            assertThat(new String(read(zip, "timeline.es.html"), UTF_8)).contains("Se cerró el caso");
        }
    }

    @Test
    void holdsTheDocumentsThatWereKept() throws IOException {
        byte[] form = "the signed form, as a document".getBytes(UTF_8);
        Story story = closed();
        KeptFile.of(story, form).keep().then().statusCode(201);
        await().untilAsserted(() -> {
            Path pack = pack(as("auditor"), "incidentId=" + story.incidentId());
            assertThat(verify(pack)).isEqualTo(CandorVerify.VERIFIED);
            try (ZipFile zip = new ZipFile(pack.toFile())) {
                assertThat(zip.stream().map(Object::toString)).contains(KEPT);
                assertThat(read(zip, KEPT)).isEqualTo(form);
            }
        });
    }

    @Test
    void doesNotVerifyWithAnyByteChanged() throws IOException {
        Path pack = pack(as("auditor"), "incidentId=" + closed().incidentId());
        byte[] good = Files.readAllBytes(pack);
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            byte[] bad = good.clone();
            bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
            assertThat(verify(Files.write(folder.resolve("bad.zip"), bad))).isNotEqualTo(CandorVerify.VERIFIED);
        }
        assertThat(verify(pack)).isEqualTo(CandorVerify.VERIFIED);
    }

    @Test
    void holdsAPeriodWithoutAGapFromTheFirstEntryOn() throws IOException {
        closed();
        Path pack = pack(
                as("auditor"), "from=2020-01-01T00:00:00Z&to=" + Instant.now().plusSeconds(60));
        assertThat(verify(pack)).isEqualTo(CandorVerify.VERIFIED);
        assertThat(printed).contains("without a gap; ").contains("roots recomputed from the first entry on");
        assertThat(verify(pack(as("auditor"), "from=2001-01-01T00:00:00Z&to=2001-01-02T00:00:00Z")))
                .isEqualTo(CandorVerify.VERIFIED);
        assertThat(printed).contains("0 entries");
    }

    /** 45 CFR 164.502(b): a pack is no way around what a role does not need; its proofs hold without the listing's bytes. */
    @Test
    void holdsNoListingForWhoReadsNone() throws IOException {
        byte[] names = "everybody concerned, by name".getBytes(UTF_8);
        Story story = closed();
        KeptFile.of(story, names).ofKind("LISTING").keep().then().statusCode(201);
        await().untilAsserted(() -> assertThat(files(pack(as("privacy-officer"), "incidentId=" + story.incidentId())))
                .anyMatch(name -> name.contains("LISTING")));

        Path pack = pack(as("security-officer"), "incidentId=" + story.incidentId());
        assertThat(verify(pack)).isEqualTo(CandorVerify.VERIFIED);
        assertThat(files(pack)).noneMatch(name -> name.contains("LISTING"));
    }

    private static List<String> files(Path pack) throws IOException {
        try (ZipFile zip = new ZipFile(pack.toFile())) {
            return zip.stream().map(Object::toString).toList();
        }
    }

    @Test
    void leavesOutAndCountsWhatTheReaderMayNotSee() throws IOException {
        Story story = closed();
        Story other = closed();
        Facts.send(
                Topic.ACCESS,
                new AccessRecorded(
                        UUID.randomUUID(),
                        "intake",
                        "administrator",
                        List.of("administrator"),
                        "list-reports",
                        List.of(story.incidentId(), other.incidentId()),
                        2,
                        "",
                        true,
                        "",
                        Instant.now()),
                "");
        story.integrated(6);
        awaitListed(story);

        Path officers = pack(as("privacy-officer"), "incidentId=" + story.incidentId());
        assertThat(verify(officers)).isEqualTo(CandorVerify.VERIFIED);
        assertThat(printed).doesNotContain(" and 0 that the reader may not see");
        assertThat(everything(officers)).doesNotContain(other.incidentId().toString());

        Routing.open(other.incidentId(), Story.CITY)
                .assigning(OfficerRole.ADMINISTRATOR, "administrator")
                .recusing("auditor-2")
                .version(2)
                .send();
        RequestSpecification recused = bearer(Tokens.as("auditor-2", "auditor"));
        await().untilAsserted(() -> bearer(Tokens.as("auditor-2", "auditor"))
                .get("/packs?incidentId=" + other.incidentId())
                .then()
                .statusCode(404));
        Path period =
                pack(recused, "from=2020-01-01T00:00:00Z&to=" + Instant.now().plusSeconds(60));
        assertThat(verify(period)).isEqualTo(CandorVerify.VERIFIED);
        assertThat(printed).doesNotContain(" and 0 that the reader may not see");
        assertThat(everything(period))
                .doesNotContain(other.incidentId().toString())
                .contains(story.incidentId().toString());
    }

    @Test
    void isForTheAuditorAndTheIncidentsOfficers() {
        Story story = closed();
        String incident = "/packs?incidentId=" + story.incidentId();
        bearer(Tokens.as("other-officer", "privacy-officer"))
                .get(incident)
                .then()
                .statusCode(404);
        as("privacy-officer")
                .get("/packs?from=2026-01-01T00:00:00Z&to=2026-02-01T00:00:00Z")
                .then()
                .statusCode(422)
                .body("code", equalTo("INCIDENT_REQUIRED"));
        as("auditor").get("/packs").then().statusCode(422).body("code", equalTo("SCOPE_REQUIRED"));
        as("auditor")
                .get(incident + "&from=2026-01-01T00:00:00Z")
                .then()
                .statusCode(422)
                .body("code", equalTo("SCOPE_REQUIRED"));
        as("auditor")
                .get("/packs?to=2026-01-01T00:00:00Z&from=2026-02-01T00:00:00Z")
                .then()
                .statusCode(422)
                .body("code", equalTo("PERIOD_IN_WRONG_ORDER"));
        as("auditor").get("/packs?incidentId=" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void recordsWhoTookAPackBeforeItLeaves() throws IOException {
        Story story = closed();
        pack(as("auditor"), "incidentId=" + story.incidentId());
        assertThat(Database.number(
                        "select count(*) from outbox where topic = 'audit.access.v1' and data like ? and data like ?",
                        "%export-proof-pack%",
                        "%" + story.incidentId() + "%"))
                .isPositive();
    }

    private static Story closed() {
        Story story = Story.triaged();
        story.closedOn(LocalDate.parse("2026-11-21"));
        story.integrated(5);
        return story;
    }

    private static void awaitListed(Story story) {
        await().untilAsserted(() -> assertThat(Database.number(
                        "select count(*) from trail.entry where ? = any (incidents) and cardinality(incidents) = 2",
                        story.incidentId()))
                .isPositive());
    }

    private Path pack(RequestSpecification reader, String query) throws IOException {
        byte[] bytes = reader.get("/packs?" + query)
                .then()
                .statusCode(200)
                .contentType("application/zip")
                .extract()
                .asByteArray();
        return Files.write(Files.createTempFile(folder, "pack", ".zip"), bytes);
    }

    private static String everything(Path pack) throws IOException {
        StringBuilder all = new StringBuilder();
        try (ZipFile zip = new ZipFile(pack.toFile())) {
            String entries = new String(read(zip, "entries.jsonl"), UTF_8);
            entries.lines()
                    .map(line -> line.replaceAll(".*\"entry\":\"([^\"]*)\".*", "$1"))
                    .forEach(entry -> all.append(new String(Base64.getDecoder().decode(entry), UTF_8)));
            for (String name : List.of("left-out.jsonl", "manifest.json", "timeline.en.html", "timeline.es.html")) {
                all.append(new String(read(zip, name), UTF_8));
            }
        }
        return all.toString();
    }

    private static byte[] read(ZipFile zip, String name) throws IOException {
        return zip.getInputStream(zip.getEntry(name)).readAllBytes();
    }

    private int verify(Path pack) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, UTF_8);
        int code = CandorVerify.run(out, out, pack.toString());
        printed = bytes.toString(UTF_8);
        return code;
    }

    private static RequestSpecification as(String role) {
        return bearer(Tokens.of(role));
    }

    private static RequestSpecification bearer(String token) {
        return given().auth().oauth2(token);
    }
}
