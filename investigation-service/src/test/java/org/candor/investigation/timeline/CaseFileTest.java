package org.candor.investigation.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.candor.investigation.Desk.PATIENT;
import static org.candor.investigation.Desk.PRIVACY;
import static org.candor.investigation.Desk.SECURITY;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.candor.events.AccessEvent.AccessRecorded;
import org.candor.events.ReportKind;
import org.candor.events.Topic;
import org.candor.investigation.Desk;
import org.candor.investigation.cases.CaseDesk;
import org.candor.investigation.cases.Hashes;
import org.candor.test.OnRealPlatform;
import org.candor.test.Pictures;
import org.candor.test.TopicProbe;
import org.junit.jupiter.api.Test;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** The timeline and the printed case file over HTTP. */
@QuarkusTest
@OnRealPlatform
class CaseFileTest {

    private static Desk worked() {
        Desk desk = Desk.reported().triaged(true).documented();
        desk.change(
                        "POST",
                        PRIVACY,
                        "",
                        "/tasks",
                        Map.of(
                                "text",
                                "=HYPERLINK to " + PATIENT,
                                "owner",
                                "PRIVACY_OFFICER",
                                "dueOn",
                                LocalDate.now().plusDays(12).toString()))
                .statusCode(201);
        desk.change("PUT", PRIVACY, "/mitigation", "", Map.of("harm", "NOT_KNOWN", "training", "NEEDED"))
                .statusCode(200);
        return desk;
    }

    @Test
    void theTimelineIsFilteredByKindPhaseActorAndTime() {
        Desk desk = worked();
        desk.get(PRIVACY, "/timeline?kind=case-triaged").body("entries.kind", equalTo(List.of("case-triaged")));
        desk.get(PRIVACY, "/timeline?actor=" + SECURITY)
                .body("entries.actor", not(empty()), "entries.actor", everyItem(equalTo(SECURITY)));
        desk.get(PRIVACY, "/timeline?phase=CONTAINMENT")
                .body("entries.phase", not(empty()), "entries.phase", everyItem(equalTo("CONTAINMENT")));
        desk.get(PRIVACY, "/timeline?until=2020-01-01T00:00:00Z").body("entries.size()", equalTo(0));
        desk.get(PRIVACY, "/timeline?from=" + Instant.now().plusSeconds(60)).body("entries.size()", equalTo(0));
        desk.get(PRIVACY, "/timeline?from=yesterday").statusCode(400).body("errors[0].field", equalTo("from"));
    }

    @Test
    void theCsvHasTheSameEntriesAndNoFormula() {
        Desk desk = worked();
        int entries = desk.get(PRIVACY, "/timeline").extract().path("entries.size()");
        String csv = desk.get(PRIVACY, "/timeline.csv")
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .extract()
                .asString();
        assertThat(csv).startsWith("time,kind,phase,round,actor,reference,words\r\n");
        assertThat(csv.lines().filter(line -> line.matches("\\d{4}-.*"))).hasSize(entries);
        assertThat(TimelineSheet.csv(List.of(
                        new TimelineSheet.Row(Instant.EPOCH, "kind", "FORMS", 1, "a", "b", "=HYPERLINK(\"x\")"))))
                .contains("\"'=HYPERLINK(\"\"x\"\")\"");
    }

    @Test
    void thePictureShowsPhasesAndDeadlines() throws IOException {
        Desk desk = worked();
        String svg =
                desk.get(PRIVACY, "/timeline.svg").statusCode(200).extract().asString();
        assertThat(svg).contains("<title id=\"title\">", "Triage", "Containment", "Carry out a task", "open");
        Path folder = Files.createDirectories(Path.of("target", "pictures"));
        Files.writeString(folder.resolve("timeline.svg"), svg);
    }

    @Test
    void theFileWithoutHealthInformationHoldsNothingThatPeopleWrote() throws IOException {
        Desk desk = worked();
        byte[] pdf =
                desk.get(PRIVACY, "/case-file.pdf").statusCode(200).extract().asByteArray();
        Pictures.save("case-file-without-phi", pdf);
        assertThat(text(pdf))
                .contains("City of Larkspur Falls", "case-triaged", "Containment", "Mitigation")
                .contains("names the organisation and those who worked on")
                .doesNotContain("Ashgrove", "encrypted", "Lindqvist", "HYPERLINK", "7731");
        assertPrinted(desk, "print-case-file-without-phi");
    }

    @Test
    void theFileWithHealthInformationHoldsItAndIsOnRecord() throws Exception {
        Desk desk = worked();
        byte[] pdf = desk.get(PRIVACY, "/case-file.pdf?phi=true")
                .statusCode(200)
                .extract()
                .asByteArray();
        Pictures.save("case-file", pdf);
        assertThat(text(pdf)).contains("Lindqvist", "=HYPERLINK to " + PATIENT);
        assertPrinted(desk, "print-case-file");
        assertAccessible(pdf);
    }

    @Test
    void theFileListsEvidenceWithItsCustodyAndTheLettersToTheComplainant() throws Exception {
        CaseDesk desk = CaseDesk.reported(ReportKind.COMPLAINT).triaged(true, false, false);
        byte[] content = "a list of appointments".getBytes(StandardCharsets.UTF_8);
        String hash = Hashes.sha256(content);
        String item = CaseDesk.as(PRIVACY)
                .contentType("application/json")
                .body(Map.of(
                        "kind", "DIGITAL",
                        "description", "The list that was sent",
                        "sha256", hash,
                        "collectedAt", Instant.now().toString(),
                        "holder", "Dana Reyes",
                        "condition", "Bag 0042, intact"))
                .post("/cases/" + desk.incident + "/evidence")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        CaseDesk.as(PRIVACY)
                .header("If-Match", "\"0\"")
                .contentType("application/octet-stream")
                .body(content)
                .put("/cases/" + desk.incident + "/evidence/" + item + "/file")
                .then()
                .statusCode(200);
        String today = LocalDate.now(ZoneId.of("America/Chicago")).toString();
        desk.refreshed()
                .post(PRIVACY, "/complaint-answer", CaseDesk.answer(today))
                .statusCode(200);
        String letter = desk.get(PRIVACY, "").extract().path("complaint.letters[0].sha256");

        byte[] bare = desk.get(PRIVACY, "/case-file.pdf").extract().asByteArray();
        byte[] full = desk.get(PRIVACY, "/case-file.pdf?phi=true").extract().asByteArray();
        Pictures.save("case-file-evidence", full);
        for (byte[] pdf : List.of(bare, full)) {
            assertThat(text(pdf).replace(" ", ""))
                    .contains("Evidence", "Digitalitem", item, hash, "Custody1", "neverfoundchanged")
                    .contains("Letterstothecomplainant", letter);
            assertAccessible(pdf);
        }
        assertThat(text(bare)).doesNotContain("Dana Reyes", "list that was sent", "former vendor", PATIENT);
        assertThat(text(full))
                .contains("Dana Reyes", "The list that was sent", "Every export is encrypted")
                .doesNotContain("a list of appointments");
    }

    @Test
    void theFileOfAnExerciseSaysSo() throws IOException {
        byte[] pdf = Desk.drill()
                .get(PRIVACY, "/case-file.pdf")
                .statusCode(200)
                .extract()
                .asByteArray();
        assertThat(text(pdf)).contains("DRILL");
    }

    private static void assertPrinted(Desk desk, String action) {
        try (TopicProbe access = TopicProbe.on(Topic.ACCESS)) {
            access.await(
                    AccessRecorded.class,
                    fact -> fact.action().equals(action) && fact.incidentIds().contains(desk.incident));
        }
    }

    private static void assertAccessible(byte[] pdf) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        try (PDFAParser parser =
                        Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFUA_1);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
            assertThat(validator.validate(parser).isCompliant()).isTrue();
        }
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }
}
