package org.candor.notification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.candor.notification.Fixtures.breach;
import static org.candor.notification.Fixtures.importing;
import static org.candor.notification.Fixtures.individuals;
import static org.candor.notification.Fixtures.officer;
import static org.candor.notification.Fixtures.roster;
import static org.candor.notification.Fixtures.tell;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.candor.test.Database;
import org.candor.test.OnRealPlatform;
import org.candor.test.Routing;
import org.candor.test.Tokens;
import org.junit.jupiter.api.Test;

/** Roster files in parts: tried first, imported row by row, gone on with after a crash. */
@QuarkusTest
@OnRealPlatform
@WithTestResource(Surroundings.class)
class RosterImportTest {

    private static final Duration SOON = Duration.ofSeconds(40);
    private static final String HEADER =
            "external_id,given_name,family_name,street,city,state,zip,born_on,email_agreed\n";

    @Test
    void aFileOfAnotherFormIsDescribedTriedAndImported() {
        UUID incident = breach(false, individuals(null));
        String file = "Patient ID;given_name;Last;street;city;state;zip;Diagnosis\n"
                + "P-1;Inés;Núñez;77 Lake Road;Rockford;IL;61101;not to be read\n"
                + "P-2;Ana;;77 Lake Road;Rockford;IL;61101;not to be read\n";
        String id = create(
                incident,
                Map.of(
                        "kind", "CSV",
                        "delimiter", ";",
                        "encoding", "windows-1252",
                        "columns", Map.of("Patient ID", "external_id", "Last", "family_name"),
                        "ignored", List.of("Diagnosis")));
        send(incident, id, file.getBytes(Charset.forName("windows-1252")), 40);

        tryOut(incident, id)
                .body("accepted", equalTo(1))
                .body("refused", equalTo(1))
                .body("counts.total", equalTo(0));
        start(incident, id).body("accepted", equalTo(1)).body("counts.total", equalTo(1));

        officer().get("/campaigns/" + incident + "/people").then().body("items.name", contains("Inés Núñez"));
        assertThat(officer()
                        .get("/campaigns/" + incident + "/roster-imports/" + id + "/result.csv")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .isEqualTo("row,outcome,reasons,column\r\n2,ACCEPTED,,\r\n3,REFUSED,NAME_MISSING,family_name\r\n");
        assertThat(number("select count(*) from roster_part where import_id = ?", UUID.fromString(id)))
                .isZero();
    }

    @Test
    void progressIsFollowedUntilItIsOver() {
        UUID incident = breach(false, individuals(null));
        String id = create(incident, Map.of("kind", "CSV"));
        send(incident, id, people(5000).getBytes(UTF_8), 100_000);
        tryOut(incident, id);
        officer().post(path(incident, id) + "/start").then().statusCode(202);

        String events = officer()
                .accept("text/event-stream")
                .get(path(incident, id) + "/progress")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(events.lines().filter(line -> line.startsWith("data:")).toList())
                .last()
                .asString()
                .contains("\"state\":\"IMPORTED\"", "\"rows\":5000");
    }

    @Test
    void onlyWhatWasTriedIsImportedAndNothingAfterwards() {
        UUID incident = breach(false, individuals(null));
        String id = create(incident, Map.of("kind", "CSV"));
        send(incident, id, people(2).getBytes(UTF_8), 100);

        officer()
                .post(path(incident, id) + "/start")
                .then()
                .statusCode(409)
                .body("code", equalTo("ROSTER_NOT_IN_THAT_STATE"))
                .body("errors[0].message", equalTo("RECEIVING"));
        tryOut(incident, id);
        start(incident, id);
        officer()
                .contentType("application/octet-stream")
                .body(new byte[] {1})
                .put(path(incident, id) + "/parts/9")
                .then()
                .statusCode(409);
    }

    @Test
    void aFileThatWasCutOffOrIsNotAllThereIsRefusedAndMayBeSentAgain() {
        UUID incident = breach(false, individuals(null));
        byte[] file = people(50).getBytes(UTF_8);
        String id = create(incident, Map.of("kind", "CSV", "sha256", "0".repeat(64)));
        send(incident, id, file, 1000);
        tryOut(incident, id).body("state", equalTo("REFUSED")).body("refusal", equalTo("NOT_AS_ANNOUNCED"));

        String gap = create(incident, Map.of("kind", "CSV"));
        part(incident, gap, 2, file);
        officer().post(path(incident, gap) + "/dry-run").then().body("refusal", equalTo("PARTS_MISSING"));

        String broken = create(incident, Map.of("kind", "XLSX"));
        send(incident, broken, file, 1000);
        tryOut(incident, broken).body("refusal", equalTo("BROKEN_WORKBOOK"));
        officer().get("/campaigns/" + incident + "/people").then().body("items.size()", equalTo(0));

        officer()
                .contentType("application/json")
                .body(Map.of("kind", "CSV"))
                .put(path(incident, broken) + "/description")
                .then()
                .statusCode(200)
                .body("state", equalTo("RECEIVING"));
        tryOut(incident, broken).body("state", equalTo("CHECKED")).body("accepted", equalTo(50));
    }

    /** Four of ten rows can't be used; each is named with its reason, and the six are in. */
    @Test
    void fortyPercentOfBadRowsCostNobodyElseHisNotice() {
        UUID incident = breach(false, individuals(null));
        StringBuilder file = new StringBuilder(HEADER);
        for (int i = 1; i <= 2500; i++) {
            file.append(i % 5 < 2 ? "P-" + i + ",Ana,,1 Elm Street,Larkspur Falls,WI,54901,,maybe\n" : row(i));
        }
        String id = create(incident, Map.of("kind", "CSV"));
        send(incident, id, file.toString().getBytes(UTF_8), 30_000);
        tryOut(incident, id).body("accepted", equalTo(1500)).body("refused", equalTo(1000));
        start(incident, id).body("accepted", equalTo(1500)).body("counts.total", equalTo(1500));

        assertThat(officer()
                        .get(path(incident, id) + "/result.csv")
                        .asString()
                        .lines()
                        .filter(line -> line.contains("REFUSED,NAME_MISSING"))
                        .count())
                .isEqualTo(1000);
    }

    @Test
    void anIdThatStandsTwiceIsRefusedTheSecondTimeHoweverFarApart() {
        UUID incident = breach(false, individuals(null));
        String file = HEADER + row(1) + people(1500, 2) + row(1);

        importing(incident, file)
                .then()
                .statusCode(200)
                .body("accepted", equalTo(1500))
                .body("refused", equalTo(1))
                .body("findings.flags.flatten()", contains("EXTERNAL_ID_TWICE"))
                .body("findings.line", contains(1502));
        importing(incident, HEADER + row(1600) + row(1600).replace("P-", "p-"))
                .then()
                .statusCode(200)
                .body("accepted", equalTo(1))
                .body("findings.flags.flatten()", contains("EXTERNAL_ID_TWICE"));
    }

    /** One person under two ids is told once; a father and a son of one name in one house are two people. */
    @Test
    void whoStandsUnderTwoIdsIsMergedAndSaidSo() {
        UUID incident = breach(false, individuals(null));
        String person = ",Ana,Vega,1 Elm Street,Larkspur Falls,WI,54901,";
        String file = HEADER + "P-1" + person + "1980-02-01,no\nP-2" + person.toUpperCase(java.util.Locale.ROOT)
                + "1980-02-01,no\nP-3" + person + "2001-05-04,no\nP-4" + person + ",no\n";

        importing(incident, file)
                .then()
                .statusCode(200)
                .body("merged", equalTo(1))
                .body("counts.total", equalTo(3))
                .body("findings.find { it.outcome == 'MERGED' }.line", equalTo(3))
                .body("findings.find { it.outcome == 'MERGED' }.flags", contains("SAME_NAME_BIRTH_DATE_ADDRESS"));
        importing(incident, HEADER + "P-9" + person + "1980-02-01,no\nP-2" + person + "1980-02-01,no\n")
                .then()
                .statusCode(200)
                .body("merged", equalTo(2))
                .body("counts.total", equalTo(3));
    }

    /** The worker died after its first chunk: the next begins with the second. */
    @Test
    void anImportGoesOnWhereItsWorkerDied() throws Exception {
        UUID incident = breach(false, individuals(null));
        String id = create(incident, Map.of("kind", "CSV"));
        send(incident, id, people(3000).getBytes(UTF_8), 50_000);
        tryOut(incident, id);

        Database.execute(
                "update roster_import set state = 'IMPORTING', rows_done = 1000, accepted = 1000,"
                        + " lease_until = now() - interval '1 hour' where id = ?",
                UUID.fromString(id));

        over(incident, id)
                .body("state", equalTo("IMPORTED"))
                .body("rows", equalTo(3000))
                .body("accepted", equalTo(3000));
        assertThat(number("select count(*) from person where incident_id = ?", incident))
                .isEqualTo(2000);
        assertThat(number("select min(row_number) from person where incident_id = ?", incident))
                .isEqualTo(1002);
    }

    @Test
    void aRosterMayComeBeforeItsCampaign() {
        UUID incident = UUID.randomUUID();
        Fixtures.city();
        Routing.open(incident, Fixtures.CITY).send();
        await().atMost(SOON)
                .untilAsserted(() ->
                        importing(incident, roster()).then().statusCode(200).body("counts.total", equalTo(25)));

        tell(incident, false, 1, individuals(null));
        await().atMost(SOON)
                .untilAsserted(() -> officer()
                        .get("/campaigns/" + incident)
                        .then()
                        .statusCode(200)
                        .body("state", equalTo("OPENED")));
        officer().get("/campaigns/" + incident + "/people").then().body("items.size()", equalTo(25));
    }

    @Test
    void forARecusedOfficerThereIsNoImport() {
        UUID incident = breach(false, individuals(null));
        String id = create(incident, Map.of("kind", "CSV"));

        for (String what : List.of("", "/result.csv")) {
            recused().get(path(incident, id) + what).then().statusCode(404);
        }
        assertThat(recused().get(path(incident, id) + "/progress").asString()).isEmpty();
    }

    private static RequestSpecification recused() {
        return io.restassured.RestAssured.given().auth().oauth2(Tokens.as("recused-officer", "privacy-officer"));
    }

    private static String create(UUID incident, Map<String, Object> description) {
        return officer()
                .contentType("application/json")
                .body(description)
                .post("/campaigns/" + incident + "/roster-imports")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void send(UUID incident, String id, byte[] file, int size) {
        int number = 1;
        for (int from = 0; from < file.length; from += size) {
            part(incident, id, number++, Arrays.copyOfRange(file, from, Math.min(file.length, from + size)));
        }
    }

    private static void part(UUID incident, String id, int number, byte[] bytes) {
        officer()
                .contentType("application/octet-stream")
                .body(bytes)
                .put(path(incident, id) + "/parts/" + number)
                .then()
                .statusCode(204);
    }

    private static ValidatableResponse tryOut(UUID incident, String id) {
        officer().post(path(incident, id) + "/dry-run").then().statusCode(202);
        return over(incident, id);
    }

    private static ValidatableResponse start(UUID incident, String id) {
        officer().post(path(incident, id) + "/start").then().statusCode(202);
        return over(incident, id).body("state", equalTo("IMPORTED"));
    }

    private static ValidatableResponse over(UUID incident, String id) {
        await().atMost(SOON)
                .until(
                        () -> officer().get(path(incident, id)).<String>path("state"),
                        state -> !state.equals("CHECKING") && !state.equals("IMPORTING"));
        return officer().get(path(incident, id)).then().statusCode(200);
    }

    private static String path(UUID incident, String id) {
        return "/campaigns/" + incident + "/roster-imports/" + id;
    }

    private static String people(int count) {
        return HEADER + people(count, 1);
    }

    private static String people(int last, int first) {
        StringBuilder rows = new StringBuilder();
        for (int i = first; i <= last; i++) {
            rows.append(row(i));
        }
        return rows.toString();
    }

    private static String row(int i) {
        return "P-" + i + ",Ana,Resident" + i + "," + i + " Elm Street,Larkspur Falls,WI,54901,,no\n";
    }

    private static long number(String sql, UUID id) {
        return Database.number(sql, id);
    }
}
