package org.candor.investigation.evidence;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.candor.investigation.cases.CaseDesk.ENTITY;
import static org.candor.investigation.cases.CaseDesk.PHI;
import static org.candor.investigation.cases.CaseDesk.PRIVACY;
import static org.candor.investigation.cases.CaseDesk.SECURITY;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.candor.events.DeadlineEvent.DeadlineMet;
import org.candor.events.DeadlineEvent.DeadlineSet;
import org.candor.events.OfficerRole;
import org.candor.events.ReportKind;
import org.candor.events.Topic;
import org.candor.investigation.cases.CaseDesk;
import org.candor.investigation.cases.Hashes;
import org.candor.test.Database;
import org.candor.test.Management;
import org.candor.test.OnRealPlatform;
import org.candor.test.Routing;
import org.candor.test.Tokens;
import org.candor.test.TopicProbe;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Evidence over HTTP: hash, custody, the kept file, and what happens when it is no longer what was collected. */
@QuarkusTest
@OnRealPlatform
class EvidenceTest {

    private static final byte[] IMAGE = ("memory image of " + PHI).getBytes(StandardCharsets.UTF_8);
    private static final String HOUR_AGO = Instant.now().minusSeconds(3600).toString();

    @Test
    void evidenceIsCollectedHandedOnAndKept() {
        CaseDesk desk = CaseDesk.reported(ReportKind.SECURITY_INCIDENT).triaged(false, true, false);
        String step = desk.post(SECURITY, "/steps", CaseDesk.done("C-05", 0))
                .statusCode(201)
                .extract()
                .path("id");
        Map<String, Object> item = item(Hashes.sha256(IMAGE));
        item.put("stepEntryId", step);
        ValidatableResponse collected = collect(desk, item).statusCode(201);
        String id = collected.extract().path("id");
        assertThat(collected.extract().header("Location"))
                .endsWith("/investigation/cases/" + desk.incident + "/evidence/" + id);

        hand(desk, id, "\"0\"", "Evidence safe")
                .statusCode(200)
                .body("custody.number", contains(1, 2))
                .body("custody[0].from", nullValue())
                .body("custody[1].from", equalTo("Dana Reyes"))
                .body("custody[1].to", equalTo("Evidence safe"))
                .body("custody[1].condition", equalTo("Bag 0042, intact"));
        keep(desk, id, "\"1\"", "something else".getBytes(StandardCharsets.UTF_8))
                .statusCode(422)
                .body("code", equalTo("EVIDENCE_HASH_DIFFERS"));
        keep(desk, id, "\"1\"", IMAGE).statusCode(200).body("fileSize", equalTo(IMAGE.length));
        keep(desk, id, "\"2\"", IMAGE).statusCode(409).body("code", equalTo("FILE_KEPT_ALREADY"));
        assertThat(file(desk, id).statusCode(200).extract().asByteArray()).isEqualTo(IMAGE);
        desk.get(PRIVACY, "/evidence?stepEntryId=" + step)
                .statusCode(200)
                .body("items.id", contains(id))
                .body("items[0].integrity", equalTo("UNDOUBTED"));
        desk.get(PRIVACY, "/timeline")
                .body(
                        "entries.kind.findAll { it.startsWith('evidence') }",
                        contains("evidence-collected", "evidence-handed-over", "evidence-file-kept"));
        assertThat(Database.number(
                        "select count(*) from evidence_file where position('Ashgrove'::bytea in content) > 0"))
                .isZero();
        assertThat(Database.number("select count(*) from custody_entry where position('Reyes'::bytea in words) > 0"))
                .isZero();
    }

    /** A stored file that differs is not answered: it is an alert and a duty, until an officer has looked into it. */
    @Test
    void aStoredFileThatWasChangedRaisesAnAlertAndIsExamined() {
        CaseDesk desk = CaseDesk.reported(ReportKind.SECURITY_INCIDENT);
        String id = kept(desk);
        tamper("content = set_byte(content, 40, get_byte(content, 40) # 1)", id);
        int before = altered();

        file(desk, id)
                .statusCode(500)
                .body("code", equalTo("EVIDENCE_ALTERED"))
                .body("title", containsString("Do not rely on it"));
        file(desk, id).statusCode(500);

        assertThat(altered()).isEqualTo(before + 2);
        desk.get(PRIVACY, "/evidence/" + id).body("integrity", equalTo("ALTERED"));
        desk.get(PRIVACY, "/timeline").body("entries.kind.count { it == 'evidence-altered' }", equalTo(1));
        try (TopicProbe cases = TopicProbe.on(Topic.CASE)) {
            DeadlineSet duty = cases.await(
                    DeadlineSet.class,
                    fact -> desk.incident.equals(fact.incidentId())
                            && fact.kind().equals("EVIDENCE_ALTERED"));
            assertThat(duty.role()).isEqualTo(OfficerRole.SECURITY_OFFICER);
            examine(desk, id).statusCode(200).body("integrity", equalTo("EXAMINED"));
            cases.await(DeadlineMet.class, fact -> fact.deadlineId().equals(duty.deadlineId()));
        }
        examine(desk, id).statusCode(409).body("code", equalTo("NOT_ALTERED"));
        file(desk, id).statusCode(500);
    }

    /** What was concluded from a changed file may not hold, so nobody closes the case over it. */
    @Test
    void evidenceThatWasFoundChangedHoldsTheClosingUntilItIsExamined() {
        CaseDesk desk = readyToClose();
        String id = kept(desk);
        tamper("content = set_byte(content, 40, get_byte(content, 40) # 1)", id);
        file(desk, id).statusCode(500);

        String matter = "evidence." + id + ".examination";
        desk.get(SECURITY, "").body("toClose", contains(matter));
        desk.refreshed()
                .post(SECURITY, "/closure", null)
                .statusCode(409)
                .body("code", equalTo("EVIDENCE_NOT_EXAMINED"))
                .body("title", containsString("writes an examination"))
                .body("missing", contains(matter));
        examine(desk, id).statusCode(200);
        desk.post(SECURITY, "/closure", null).statusCode(200).body("phase", equalTo("CLOSED"));
    }

    /** A stored file may be found changed years after the closing; that is written down without reopening the case. */
    @Test
    void changedEvidenceOfAClosedCaseIsStillExamined() {
        CaseDesk desk = readyToClose();
        String id = kept(desk);
        desk.refreshed().post(SECURITY, "/closure", null).statusCode(200);
        tamper("content = set_byte(content, 40, get_byte(content, 40) # 1)", id);
        file(desk, id).statusCode(500);
        desk.get(PRIVACY, "/evidence/" + id).body("integrity", equalTo("ALTERED"));
        hand(desk, id, "*", "Police").statusCode(409).body("code", equalTo("CASE_CLOSED"));

        examine(desk, id).statusCode(200).body("integrity", equalTo("EXAMINED"));
        desk.get(PRIVACY, "").body("summary.phase", equalTo("CLOSED")).body("toClose", empty());
    }

    private static CaseDesk readyToClose() {
        CaseDesk desk = CaseDesk.reported(ReportKind.SECURITY_INCIDENT)
                .triaged(false, true, false)
                .worked()
                .judged(true)
                .completed("CONTAINMENT")
                .documented()
                .signed("4-I-B")
                .completed("FORMS")
                .reviewed();
        return desk.refreshed();
    }

    /** A file may be large, whether its length is said or not; nothing else may, and nothing is larger than 25 MB. */
    @Test
    void onlyTheFileOfEvidenceMayBeLarge() throws IOException {
        CaseDesk desk = CaseDesk.reported(ReportKind.SECURITY_INCIDENT);
        byte[] large = new byte[2 * 1024 * 1024];
        Arrays.fill(large, (byte) ' ');
        String id = collect(desk, item(Hashes.sha256(large))).extract().path("id");
        String file = "/cases/" + desk.incident + "/evidence/" + id + "/file";
        keep(desk, id, "\"0\"", large).statusCode(200).body("fileSize", equalTo(large.length));
        String items = "POST /investigation/cases/" + desk.incident + "/evidence";
        assertTooLarge(raw(items, "application/json", "Content-Length: 2097152\r\n\r\n"));
        assertTooLarge(raw(items, "application/json", chunked(24)));
        assertThat(raw(items, "application/json", chunked(1)))
                .startsWith("HTTP/1.1 4")
                .doesNotContain("BODY_TOO_LARGE");
        assertTooLarge(
                raw("PUT /investigation" + file, "application/octet-stream", "Content-Length: 26214401\r\n\r\n"));
        assertTooLarge(raw("PUT /investigation" + file, "application/octet-stream", chunked(420)));
    }

    private static void assertTooLarge(String answer) {
        assertThat(answer)
                .startsWith("HTTP/1.1 413")
                .contains("application/problem+json", "\"code\":\"BODY_TOO_LARGE\"");
    }

    /** A body that does not say its length, in chunks of 64 KB. */
    private static String chunked(int chunks) {
        return "Transfer-Encoding: chunked\r\n\r\n" + ("10000\r\n" + " ".repeat(0x10000) + "\r\n").repeat(chunks)
                + "0\r\n\r\n";
    }

    /** What the server answers to a client that goes on writing when nobody reads any more. */
    private static String raw(String request, String type, String rest) throws IOException {
        String head = request + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nIf-Match: *\r\nAuthorization: Bearer "
                + Tokens.of(SECURITY) + "\r\nContent-Type: " + type + "\r\n";
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(20_000);
            Thread writing = Thread.ofVirtual().start(() -> {
                try {
                    socket.getOutputStream().write((head + rest).getBytes(StandardCharsets.US_ASCII));
                } catch (IOException closed) {
                    // The answer is what counts.
                }
            });
            StringBuilder answer = new StringBuilder();
            try {
                int next = socket.getInputStream().read();
                while (next >= 0) {
                    answer.append((char) next);
                    next = next == '}' ? -1 : socket.getInputStream().read();
                }
            } catch (IOException closed) {
                // Some of the answer may have come before.
            }
            writing.interrupt();
            return answer.toString();
        }
    }

    /** Also a recorded hash that was changed afterwards is found: the file and it no longer belong together. */
    @Test
    void aRecordedHashThatWasChangedIsFoundToo() {
        CaseDesk desk = CaseDesk.reported(ReportKind.SECURITY_INCIDENT);
        String id = kept(desk);
        Database.execute("update evidence_item set sha256 = ? where id = ?", "ab".repeat(32), UUID.fromString(id));
        file(desk, id).statusCode(500).body("code", equalTo("EVIDENCE_ALTERED"));
    }

    @Test
    void badEvidenceIsRefused() {
        CaseDesk desk = CaseDesk.reported(ReportKind.SECURITY_INCIDENT);
        Map<String, Object> unhashed = item("x");
        unhashed.remove("sha256");
        collect(desk, unhashed).statusCode(422).body("code", equalTo("HASH_MISSING"));
        collect(desk, item("XYZ")).statusCode(422).body("errors[0].field", equalTo("/sha256"));
        Map<String, Object> elsewhere = item(Hashes.sha256(IMAGE));
        elsewhere.put("stepEntryId", UUID.randomUUID().toString());
        collect(desk, elsewhere).statusCode(422).body("code", equalTo("UNKNOWN_STEP_ENTRY"));
        Map<String, Object> future = item(Hashes.sha256(IMAGE));
        future.put("collectedAt", Instant.now().plusSeconds(3600).toString());
        collect(desk, future).statusCode(422).body("code", equalTo("EVIDENCE_TIME_IN_THE_FUTURE"));
        assertThat(Database.number("select count(*) from evidence_item where incident_id = ?", desk.incident))
                .isZero();

        String id = collect(desk, item(Hashes.sha256(IMAGE))).extract().path("id");
        file(desk, id).statusCode(404).body("code", equalTo("NO_FILE_KEPT"));
        keep(desk, id, "\"0\"", new byte[0]).statusCode(422);
        hand(desk, id, null, "Safe").statusCode(428);
        CaseDesk other = CaseDesk.reported(ReportKind.SECURITY_INCIDENT);
        other.get(PRIVACY, "/evidence/" + id).statusCode(404);
        file(other, id).statusCode(404);
    }

    @Test
    void aRepeatedCreateIsAnsweredWithTheFirstItem() {
        CaseDesk desk = CaseDesk.reported(ReportKind.SECURITY_INCIDENT);
        Map<String, Object> item = item(Hashes.sha256(IMAGE));
        String first = collect(desk, item).statusCode(201).extract().path("id");
        collect(desk, item).statusCode(201).body("id", equalTo(first));
    }

    @Test
    void ofTwoHandoversOfTheSameItemOneIsTold() {
        CaseDesk desk = CaseDesk.reported(ReportKind.SECURITY_INCIDENT);
        String id = collect(desk, item(Hashes.sha256(IMAGE))).extract().path("id");
        List<CompletableFuture<Integer>> both = Stream.of("Police", "Safe")
                .map(to -> CompletableFuture.supplyAsync(
                        () -> hand(desk, id, "\"0\"", to).extract().statusCode()))
                .toList();
        assertThat(both.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(200, 412);
    }

    @TestFactory
    Stream<DynamicTest> everyEndpointAsksForATokenAndARole() {
        String base = "/cases/" + UUID.randomUUID() + "/evidence";
        String one = base + "/" + UUID.randomUUID();
        return Stream.of(
                        List.of("GET", base),
                        List.of("POST", base),
                        List.of("GET", one),
                        List.of("POST", one + "/custody"),
                        List.of("PUT", one + "/file"),
                        List.of("GET", one + "/file"),
                        List.of("POST", one + "/examination"))
                .map(endpoint -> DynamicTest.dynamicTest(endpoint.toString(), () -> {
                    String type = endpoint.get(1).endsWith("/file") ? "application/octet-stream" : "application/json";
                    given().contentType(type)
                            .request(endpoint.get(0), endpoint.get(1))
                            .then()
                            .statusCode(401);
                    CaseDesk.as("workforce")
                            .contentType(type)
                            .request(endpoint.get(0), endpoint.get(1))
                            .then()
                            .statusCode(403);
                }));
    }

    /** Policy I.B.1.c: for a recused officer there is no evidence either. */
    @Test
    void aRecusedOfficerSeesNoEvidence() {
        CaseDesk desk = CaseDesk.reported(ReportKind.SECURITY_INCIDENT);
        String id = kept(desk);
        String recused = Tokens.as("implicated", "security-officer");
        given().auth()
                .oauth2(recused)
                .get("/cases/" + desk.incident + "/evidence")
                .then()
                .statusCode(200);
        Routing.open(desk.incident, ENTITY).recusing("implicated").version(2).send();
        await().untilAsserted(() -> given().auth()
                .oauth2(recused)
                .get("/cases/" + desk.incident + "/evidence")
                .then()
                .statusCode(404));
        given().auth()
                .oauth2(recused)
                .get("/cases/" + desk.incident + "/evidence/" + id + "/file")
                .then()
                .statusCode(404);
    }

    private static String kept(CaseDesk desk) {
        String id = collect(desk, item(Hashes.sha256(IMAGE)))
                .statusCode(201)
                .extract()
                .path("id");
        keep(desk, id, "\"0\"", IMAGE).statusCode(200);
        return id;
    }

    private static Map<String, Object> item(String sha256) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("kind", "DIGITAL");
        item.put("description", "Memory image of the job server, with " + PHI);
        item.put("finding", "The job ran under the account of a former vendor");
        item.put("sha256", sha256);
        item.put("collectedAt", HOUR_AGO);
        item.put("holder", "Dana Reyes");
        item.put("condition", "Bag 0042, intact");
        return item;
    }

    private static ValidatableResponse collect(CaseDesk desk, Map<String, Object> item) {
        return CaseDesk.as(SECURITY)
                .header("Idempotency-Key", "e-" + desk.incident + "-" + item.hashCode())
                .contentType("application/json")
                .body(item)
                .post("/cases/" + desk.incident + "/evidence")
                .then();
    }

    private static ValidatableResponse hand(CaseDesk desk, String id, String ifMatch, String to) {
        var request = CaseDesk.as(SECURITY).contentType("application/json");
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.body(Map.of(
                        "to",
                        to,
                        "at",
                        Instant.now().toString(),
                        "reason",
                        "Safekeeping",
                        "condition",
                        "Bag 0042, intact"))
                .post("/cases/" + desk.incident + "/evidence/" + id + "/custody")
                .then();
    }

    private static ValidatableResponse keep(CaseDesk desk, String id, String ifMatch, byte[] content) {
        return CaseDesk.as(SECURITY)
                .header("If-Match", ifMatch)
                .contentType("application/octet-stream")
                .body(content)
                .put("/cases/" + desk.incident + "/evidence/" + id + "/file")
                .then();
    }

    private static ValidatableResponse file(CaseDesk desk, String id) {
        return desk.get(PRIVACY, "/evidence/" + id + "/file");
    }

    private static ValidatableResponse examine(CaseDesk desk, String id) {
        return CaseDesk.as(SECURITY)
                .header("If-Match", "*")
                .contentType("application/json")
                .body(Map.of("finding", "A disk was replaced; the original in the safe is unharmed"))
                .post("/cases/" + desk.incident + "/evidence/" + id + "/examination")
                .then();
    }

    /** As somebody with the database's own rights would do it. */
    private static void tamper(String change, String id) {
        Database.execute("alter table evidence_file disable trigger user");
        Database.execute("update evidence_file set " + change + " where item_id = ?", UUID.fromString(id));
        Database.execute("alter table evidence_file enable trigger user");
    }

    private static int altered() {
        return Management.get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("candor_evidence_altered_total"))
                .map(line -> (int) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElse(0);
    }
}
