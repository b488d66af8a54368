package org.candor.local.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.candor.local.SharedStack;
import org.candor.local.api.Answer;
import org.candor.local.api.Api;
import org.candor.local.api.Json;
import org.candor.local.api.Patience;
import org.candor.local.api.Users;
import org.candor.local.api.Versioned;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Reports and complaints as clerks, associates and officers make and work them, over HTTP with tokens of the realm. */
@ExtendWith(SharedStack.class)
class IntakeIT {

    private static final String ENTITY = "larkspur-falls";
    private static final List<String> OFFICERS = List.of("PRIVACY_OFFICER", "SECURITY_OFFICER");
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String NARRATIVE = "Aurelio Winterbourne's file lay open on the counter.";

    @Test
    void anOfficerSeesWhoTookAReportDownAndByHowMuchItIsLate(Users users) throws Exception {
        Map<String, Object> call = report("POLICY_VIOLATION", "WORKFORCE");
        call.put("channel", "PHONE");
        call.put("onBehalf", true);
        call.put("place", "Second floor");
        call.put("learnedAt", Instant.now().minus(Duration.ofHours(30)).toString());
        call.put("latenessReason", "The line was busy.");
        Answer receipt =
                users.as("security-officer").post("/intake/reports", call).expecting(201);
        assertThat(receipt.json().path("late").asBoolean()).isTrue();

        Answer seen = users.as("privacy-officer").get(path(receipt, "")).expecting(200);
        assertThat(seen.text("/medium")).isEqualTo("PAPER");
        assertThat(seen.text("/place")).isEqualTo("Second floor");
        assertThat(seen.text("/takenBy")).isEqualTo(subject(users, "security-officer"));
        assertThat(Duration.parse(seen.text("/lateBy"))).isBetween(Duration.ofHours(6), Duration.ofHours(7));
        assertThat(seen.text("/latenessReason")).isEqualTo("The line was busy.");
        call.put("receivedAt", "2020-01-01T00:00:00Z");
        users.as("security-officer").post("/intake/reports", call).expecting(400);
    }

    @Test
    void aComplaintIsAcknowledgedAndItsThirtyDaysStandOnTheBoard(Users users) throws Exception {
        Answer receipt = users.withoutToken()
                .post("/intake/reports", report("COMPLAINT", "FAMILY"))
                .expecting(201);
        LocalDate due = receipt.day("/answerDueOn");
        JsonNode deadline = onBoard(users.as("security-officer"), receipt.id("/incidentId"), "COMPLAINT_ANSWER");
        assertThat(deadline.path("dueOn").asText()).isEqualTo(due.toString());
        assertThat(boardOf(users.as("security-officer"), receipt.id("/incidentId")).stream()
                        .filter(one -> one.path("kind").asText().equals("COMPLAINT_ANSWER")))
                .hasSize(1);
    }

    @Test
    void aBusinessAssociateReportsAndSupplementsAndIsToldWhereTheListGoes(Users users) throws Exception {
        Map<String, Object> notice = report("BREACH", "BUSINESS_ASSOCIATE");
        notice.put(
                "associate",
                Json.of("discoveredOn", LocalDate.now().minusDays(3), "standing", "INDEPENDENT", "contractDays", 5));
        Api associate = users.as("business-associate");
        Answer receipt = associate.post("/intake/reports", notice).expecting(201);
        assertThat(receipt.text("/individualsTo"))
                .isEqualTo("/notification/campaigns/" + receipt.text("/incidentId") + "/roster");
        associate
                .post(path(receipt, "/supplements"), Json.of("text", "There are more of them.", "affectedKnown", 640))
                .expecting(200);
        users.as("workforce")
                .post(path(receipt, "/supplements"), Json.of("text", "I know nothing."))
                .expecting(404);

        Answer seen = users.as("privacy-officer").get(path(receipt, "")).expecting(200);
        assertThat(seen.text("/associate/associateId")).isEqualTo("mailing-vendor");
        assertThat(seen.text("/supplements/0/affectedKnown")).isEqualTo("640");
    }

    @Test
    void aReportOfRetaliationIsLinkedAndCheckUpsArePlanned(Users users) throws Exception {
        Answer first = users.as("workforce")
                .post("/intake/reports", report("POLICY_VIOLATION", "WORKFORCE"))
                .expecting(201);
        Map<String, Object> second = report("RETALIATION", "WORKFORCE");
        second.put("followsReceipt", first.text("/receipt"));
        Answer later = users.as("workforce").post("/intake/reports", second).expecting(201);
        assertThat(later.text("/nonRetaliation"))
                .isNotBlank()
                .isEqualTo(
                        users.withoutToken().get("/intake/form").expecting(200).text("/nonRetaliation"));

        Api officer = users.as("privacy-officer");
        assertThat(officer.get(path(later, "")).expecting(200).text("/follows")).isEqualTo(first.text("/incidentId"));
        Answer checkUps = officer.get(path(later, "/check-ups")).expecting(200);
        assertThat(checkUps.json().path("items").findValuesAsText("daysAfter")).containsExactly("30", "90", "180");
        onBoard(officer, later.id("/incidentId"), "RETALIATION_CHECK_UP");
    }

    @Test
    void officersFindCompareCorrectAndExport(Users users) throws Exception {
        String system = "kiosk " + UUID.randomUUID();
        Answer first = users.as("workforce").post("/intake/reports", on(system)).expecting(201);
        Answer second =
                users.as("workforce").post("/intake/reports", on(system)).expecting(201);
        Api officer = users.as("privacy-officer");

        assertThat(found(officer, system)).contains(first.text("/incidentId"), second.text("/incidentId"));
        assertThat(officer.get(path(first, "/duplicates")).expecting(200).text())
                .contains(second.text("/incidentId"));
        officer.change(
                        "PUT",
                        path(first, "/duplicates/" + second.text("/incidentId")),
                        "\"0\"",
                        Json.of("decision", "LINKED"))
                .expecting(200);
        // The case that opens meanwhile is a change of its own.
        new Versioned(path(first, ""))
                .change(
                        officer,
                        "POST",
                        "/corrections",
                        Json.of("kind", "IMPROPER_USE_OR_DISCLOSURE", "reason", "It was one."))
                .expecting(200);
        assertThat(officer.get(path(first, "/versions")).expecting(200).text("/items/0/kind"))
                .isEqualTo("SECURITY_INCIDENT");
        users.as("workforce")
                .post(path(second, "/withdrawal"), Json.of("reason", "I was wrong."))
                .expecting(200);

        String csv = new String(officer.file("/intake/reports/export?kind=SECURITY_INCIDENT"), StandardCharsets.UTF_8);
        assertThat(csv).contains(second.text("/incidentId")).doesNotContain(first.text("/incidentId"), "Winterbourne");
        assertThat(officer.get("/intake/reports/counts")
                        .expecting(200)
                        .json()
                        .path("withdrawn")
                        .asLong())
                .isPositive();
    }

    @Test
    void aRetryWithItsKeyIsAnsweredWithTheFirstReceiptAndMakesNoSecondReport(Users users) throws Exception {
        String system = "scanner " + UUID.randomUUID();
        String key = UUID.randomUUID().toString();
        Api clerk = users.as("workforce");
        Answer first = clerk.post("/intake/reports", on(system), key).expecting(201);
        assertThat(clerk.post("/intake/reports", on(system), key).expecting(201).json())
                .isEqualTo(first.json());
        assertThat(found(users.as("privacy-officer"), system)).containsExactly(first.text("/incidentId"));
    }

    @Test
    void officersNarrowTheListByStateKindChannelLatenessAndTime(Users users) throws Exception {
        Instant before = Instant.now();
        String inTime = users.as("workforce")
                .post("/intake/reports", report("OTHER_CONCERN", "WORKFORCE"))
                .expecting(201)
                .text("/incidentId");
        Map<String, Object> call = report("POLICY_VIOLATION", "WORKFORCE");
        call.put("channel", "PHONE");
        call.put("onBehalf", true);
        call.put("learnedAt", before.minus(Duration.ofHours(30)).toString());
        call.put("latenessReason", "I was away.");
        Api officer = users.as("privacy-officer");
        String late = officer.post("/intake/reports", call).expecting(201).text("/incidentId");
        Instant after = Instant.now();

        String since = "since=" + before;
        assertThat(listed(officer, since)).contains(inTime, late);
        assertThat(listed(officer, "since=" + after)).doesNotContain(inTime, late);
        for (String filter : List.of("late=true", "kind=POLICY_VIOLATION", "channel=PHONE")) {
            assertThat(listed(officer, since + "&" + filter)).contains(late).doesNotContain(inTime);
        }
        for (String filter : List.of("late=false", "kind=OTHER_CONCERN", "channel=ONLINE")) {
            assertThat(listed(officer, since + "&" + filter)).contains(inTime).doesNotContain(late);
        }
        Patience.until(
                "both under investigation",
                SOON,
                () -> listed(officer, since + "&state=UNDER_INVESTIGATION"),
                found -> found.containsAll(List.of(inTime, late)));
        assertThat(listed(officer, since + "&state=RECEIVED")).doesNotContain(inTime, late);
    }

    private static List<String> listed(Api api, String filter) throws IOException, InterruptedException {
        return api.get("/intake/reports?limit=200&" + filter)
                .expecting(200)
                .json()
                .path("items")
                .findValuesAsText("incidentId");
    }

    @Test
    void aFileOfAReporterIsAnAttachmentForWhoMayReadAndNothingForWhomTheReportImplicates(Users users) throws Exception {
        Map<String, Object> report = report("OTHER_CONCERN", "NOT_SAID");
        report.put("implicated", List.of("Okafor, Ines"));
        Answer receipt = users.withoutToken().post("/intake/reports", report).expecting(201);
        Answer sent = sendFile(users, receipt, "letter.txt", "A letter of May.").expecting(201);
        for (String lie : List.of("letter.exe", "letter.pdf")) {
            assertThat(sendFile(users, receipt, lie, "A letter of May.")
                            .expecting(422)
                            .text("/code"))
                    .isEqualTo("FILE_TYPE_REFUSED");
        }

        String file = path(receipt, "/files/" + sent.text("/fileId"));
        Api security = users.as("security-officer");
        Answer downloaded = security.get(file).expecting(200);
        assertThat(downloaded.text()).isEqualTo("A letter of May.");
        assertThat(downloaded.header("Content-Disposition")).startsWith("attachment;");
        assertThat(downloaded.header("Cache-Control")).isEqualTo("no-store");
        assertThat(downloaded.header("X-Content-Type-Options")).isEqualTo("nosniff");
        users.as("privacy-officer").get(file).expecting(404);
        users.as("privacy-officer").get(path(receipt, "/files")).expecting(404);
        users.as("manager").get(file).expecting(403);
        String reader = subject(users, "security-officer");
        Patience.until(
                "the download in the trail",
                SOON,
                () -> users.as("auditor")
                        .get("/audit/incidents/" + receipt.text("/incidentId") + "/accesses?limit=200"),
                accesses -> accesses.json()
                        .path("items")
                        .valueStream()
                        .anyMatch(access -> access.path("action").asText().equals("download-file")
                                && access.path("person").asText().equals(reader)));
    }

    private static Answer sendFile(Users users, Answer receipt, String name, String content) throws Exception {
        String form = """
                --zq\r
                Content-Disposition: form-data; name="receipt"\r
                \r
                %s\r
                --zq\r
                Content-Disposition: form-data; name="file"; filename="%s"\r
                Content-Type: application/octet-stream\r
                \r
                %s\r
                --zq--\r
                """.formatted(receipt.text("/receipt"), name, content);
        return users.withoutToken()
                .upload(
                        "/intake/receipts/files",
                        "multipart/form-data; boundary=zq",
                        form.getBytes(StandardCharsets.UTF_8));
    }

    /** And they get it back. */
    @Test
    void whileBothOfficersAreAwayTheAdministratorIsInCharge(Users users) throws Exception {
        LocalDate today = LocalDate.now(CaseFiles.ZONE);
        Answer receipt;
        try {
            absent(users, List.of(Json.of("from", today.minusDays(1), "until", today.plusDays(7))));
            receipt = users.as("workforce")
                    .post("/intake/reports", report("OTHER_CONCERN", "WORKFORCE"))
                    .expecting(201);
            untilInCharge(users, receipt, List.of("ADMINISTRATOR"));
            users.as("administrator").get(path(receipt, "")).expecting(200);
        } finally {
            absent(users, List.of());
        }
        untilInCharge(users, receipt, OFFICERS);
    }

    private static void absent(Users users, List<?> absences) throws Exception {
        Api administrator = users.as("administrator");
        String path = "/intake/directory/officers";
        for (JsonNode officer : administrator.get(path).expecting(200).json().path("items")) {
            if (officer.path("active").asBoolean()
                    && OFFICERS.contains(officer.path("role").asText())) {
                Map<String, Object> changed = new LinkedHashMap<>(Map.of("absences", absences));
                for (String same : List.of("entityId", "role", "person", "displayName", "mailbox")) {
                    changed.put(same, officer.path(same).asText());
                }
                administrator
                        .change("PUT", path + "/" + officer.path("officerId").asText(), "*", changed)
                        .expecting(200);
            }
        }
    }

    /** As the newest routing record says, which the trail holds. */
    private static void untilInCharge(Users users, Answer receipt, List<String> roles) throws Exception {
        Patience.until(
                "in charge: " + roles,
                SOON,
                () -> users.as("auditor").get(trail(receipt) + "&type=routing-changed&limit=200"),
                entries -> entries.status() == 200
                        && entries.json()
                                .path("items")
                                .valueStream()
                                .reduce((before, after) -> after)
                                .map(newest -> officers(newest.path("data").asText()))
                                .filter(roles::equals)
                                .isPresent());
    }

    private static List<String> officers(String routing) {
        try {
            return new ObjectMapper()
                    .readTree(routing).path("officers").findValuesAsText("role").stream()
                            .sorted()
                            .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theReceiptFollowsTheCaseToItsEnd(Users users) throws Exception {
        Map<String, Object> complaint = report("COMPLAINT", "NOT_SAID");
        complaint.put("phiPossible", false);
        Answer receipt = users.withoutToken().post("/intake/reports", complaint).expecting(201);
        untilReceiptTells(users, receipt, "UNDER_INVESTIGATION");
        CaseFiles file = CaseFiles.of(receipt.id("/incidentId"), users);
        file.triage(true, false);
        file.answerComplaint("RECEIPT_MAILBOX", "The notice had not been offered.");
        untilReceiptTells(users, receipt, "ANSWERED");
        file.document("anonymous");
        file.sign(CaseFiles.PRIVACY, "4-I-A");
        file.complete("FORMS");
        file.review();
        file.post(CaseFiles.PRIVACY, "/closure", Map.of()).expecting(200);
        untilReceiptTells(users, receipt, "CLOSED");
    }

    private static void untilReceiptTells(Users users, Answer receipt, String state) throws Exception {
        Patience.until(
                "the receipt to tell " + state,
                SOON,
                () -> users.withoutToken()
                        .post("/intake/receipts/status", Json.of("receipt", receipt.text("/receipt")))
                        .expecting(200)
                        .text("/state"),
                state::equals);
    }

    @Test
    void attemptedAccessIsImportedOncePerSourceAndDay(Users users) throws Exception {
        byte[] file = "source,day,attempts,system\n203.0.113.44,2026-03-02,1843,patient portal\n203.0.113.45,never,1,\n"
                .getBytes(StandardCharsets.UTF_8);
        String path = "/intake/attempted-access?entityId=" + ENTITY;
        Api officer = users.as("security-officer");
        officer.upload(path, "text/csv", file).expecting(200);
        Answer again = officer.upload(path, "text/csv", file).expecting(200);
        assertThat(again.text("/unchanged")).isEqualTo("1");
        assertThat(again.text("/rows/1/result")).isEqualTo("REFUSED");
        users.as("workforce").upload(path, "text/csv", file).expecting(403);
    }

    @Test
    void anOfficerDesignatesAHelperAndTheOperatorChangesNothingThatIsThere(Users users) throws Exception {
        Api officer = users.as("privacy-officer");
        Answer made = officer.post(
                        "/intake/directory/delegates",
                        Json.of(
                                "entityId", ENTITY,
                                "area", "Complaints of the library",
                                "person", subject(users, "manager"),
                                "displayName", "Noor Castellane",
                                "mailbox", "noor.castellane@larkspurfalls.example",
                                "from", "2026-01-05"))
                .expecting(201);
        officer.change(
                        "POST",
                        "/intake/directory/delegates/" + made.text("/delegateId") + "/end",
                        made.etag(),
                        Json.of("until", "2026-02-05"))
                .expecting(200);
        JsonNode entity = StreamSupport.stream(
                        officer.get("/intake/directory/entities")
                                .expecting(200)
                                .json()
                                .path("items")
                                .spliterator(),
                        false)
                .filter(one -> one.path("entityId").asText().equals(ENTITY))
                .findFirst()
                .orElseThrow();
        Map<String, Object> same = new LinkedHashMap<>();
        entity.properties().forEach(field -> {
            if (!field.getKey().equals("entityId")) {
                same.put(field.getKey(), field.getValue().asText());
            }
        });
        users.as("operator")
                .change(
                        "PUT",
                        "/intake/directory/entities/" + entity.path("entityId").asText(),
                        "*",
                        same)
                .expecting(403);
    }

    @Test
    void anImplicatedPrivacyOfficerSeesNothingInAnyService(Users users) throws Exception {
        String system = "vault " + UUID.randomUUID();
        Api privacy = users.as("privacy-officer");
        Api security = users.as("security-officer");
        Map<String, Object> report = on(system);
        report.put("kind", "COMPLAINT");
        report.put("implicated", List.of("Okafor, Ines"));
        Answer receipt = users.as("workforce").post("/intake/reports", report).expecting(201);
        workUntilBreachQuestion(users, receipt);

        for (String path : single(receipt)) {
            assertThat(privacy.get(path).status()).as(path).isEqualTo(404);
            security.get(path).expecting(200);
        }
        for (String path : lists()) {
            assertThat(all(security, path)).as(path).contains(receipt.text("/incidentId"));
            assertThat(all(privacy, path)).as(path).doesNotContain(receipt.text("/incidentId"));
        }
        for (String path : List.of(
                "/notification/campaigns", "/breach/log?year=" + LocalDate.now().getYear(), "/intake/check-ups")) {
            assertThat(all(privacy, path)).as(path).doesNotContain(receipt.text("/incidentId"));
        }
        assertThat(privacy.get("/notification/campaigns/" + receipt.text("/incidentId"))
                        .status())
                .isEqualTo(404);
        assertThat(found(privacy, system)).isEmpty();
        assertThat(found(security, system)).containsExactly(receipt.text("/incidentId"));
    }

    @Test
    void isNotCountedForWhomItImplicatesAndHiddenFromThenOnFromWhomItImplicatesLater(Users users) throws Exception {
        Api security = users.as("security-officer");
        Answer receipt = users.as("workforce")
                .post("/intake/reports", report("SECURITY_INCIDENT", "WORKFORCE"))
                .expecting(201);
        String investigation = "/investigation/cases/" + receipt.text("/incidentId");
        Patience.until("the case", SOON, () -> security.get(investigation).status(), status -> status == 200);
        String board = boardOf(security, receipt.id("/incidentId")).toString();

        users.as("administrator")
                .post(path(receipt, "/implicated"), Json.of("person", "Tomasz  Lindqvist"))
                .expecting(204);
        security.get(path(receipt, "")).expecting(404);
        Patience.until(
                "no case any more", SOON, () -> security.get(investigation).status(), status -> status == 404);
        Patience.until(
                "no deadline any more, where there was " + board,
                SOON,
                () -> boardOf(security, receipt.id("/incidentId")),
                List::isEmpty);
        users.as("administrator").get(investigation).expecting(200);
        long before = security.get("/intake/reports/counts")
                .expecting(200)
                .json()
                .path("total")
                .asLong();
        Map<String, Object> hidden = report("SECURITY_INCIDENT", "WORKFORCE");
        hidden.put("implicated", List.of("tomasz.lindqvist@larkspurfalls.example"));
        users.as("workforce").post("/intake/reports", hidden).expecting(201);
        assertThat(security.get("/intake/reports/counts")
                        .expecting(200)
                        .json()
                        .path("total")
                        .asLong())
                .isEqualTo(before);
    }

    private static void workUntilBreachQuestion(Users users, Answer receipt) throws Exception {
        Api security = users.as("security-officer");
        String path = "/investigation/cases/" + receipt.text("/incidentId");
        Answer opened = Patience.until("the case", SOON, () -> security.get(path), answer -> answer.status() == 200);
        security.change(
                        "POST",
                        path + "/triage",
                        opened.etag(),
                        Json.of(
                                "privacy", true,
                                "security", true,
                                "phiMayBeInvolved", true,
                                "improperUseOrDisclosure", true,
                                "cyberRelated", false,
                                "reason", "A file was left open"))
                .expecting(200);
        String assessment = "/breach/assessments/" + receipt.text("/incidentId");
        Patience.until("the assessment", SOON, () -> security.get(assessment).status(), status -> status == 200);
        Patience.until(
                "the trail of it",
                SOON,
                () -> security.get(trail(receipt)),
                answer -> answer.status() == 200 && !answer.json().path("items").isEmpty());
        onBoard(security, receipt.id("/incidentId"), "COMPLAINT_ANSWER");
    }

    private static List<String> single(Answer receipt) {
        String incident = receipt.text("/incidentId");
        return List.of(
                "/intake/reports/" + incident,
                "/intake/reports/" + incident + "/versions",
                "/intake/reports/" + incident + "/duplicates",
                "/intake/reports/" + incident + "/check-ups",
                "/investigation/cases/" + incident,
                "/investigation/cases/" + incident + "/timeline",
                "/breach/assessments/" + incident,
                trail(receipt));
    }

    private static List<String> lists() {
        return List.of(
                "/intake/reports",
                "/intake/reports/export",
                "/investigation/cases",
                "/breach/assessments",
                "/notification/deadlines");
    }

    private static String trail(Answer receipt) {
        return "/audit/entries?incidentId=" + receipt.text("/incidentId");
    }

    /** All pages of a list as one text. */
    private static String all(Api api, String path) throws Exception {
        StringBuilder text = new StringBuilder();
        String cursor = "";
        while (cursor != null) {
            Answer page = api.get(path + cursor).expecting(200);
            text.append(page.text());
            boolean more = page.text().startsWith("{") && page.json().hasNonNull("next");
            cursor = more ? "?cursor=" + page.text("/next") : null;
        }
        return text.toString();
    }

    private static List<String> found(Api api, String text) throws Exception {
        return api.post("/intake/reports/search", Json.of("text", text))
                .expecting(200)
                .json()
                .path("items")
                .findValuesAsText("incidentId");
    }

    private static JsonNode onBoard(Api api, UUID incident, String kind) throws Exception {
        return Patience.until(
                        kind + " on the board",
                        SOON,
                        () -> boardOf(api, incident).stream()
                                .filter(one -> one.path("kind").asText().equals(kind))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static List<JsonNode> boardOf(Api api, UUID incident) throws IOException, InterruptedException {
        List<JsonNode> found = new ArrayList<>();
        api.get("/notification/deadlines?limit=200&incidentId=" + incident)
                .expecting(200)
                .json()
                .path("items")
                .forEach(found::add);
        return found;
    }

    private static String subject(Users users, String user) throws Exception {
        return users.as(user).get("/intake/me").expecting(200).text("/subject");
    }

    private static String path(Answer receipt, String rest) {
        return "/intake/reports/" + receipt.text("/incidentId") + rest;
    }

    private static Map<String, Object> on(String system) {
        Map<String, Object> report = report("SECURITY_INCIDENT", "WORKFORCE");
        report.put("systems", List.of(system));
        return report;
    }

    private static Map<String, Object> report(String kind, String relation) {
        return new LinkedHashMap<>(Json.of(
                "entityId", ENTITY,
                "kind", kind,
                "relation", relation,
                "channel", "ONLINE",
                "medium", "PAPER",
                "phiPossible", true,
                "narrative", NARRATIVE));
    }
}
