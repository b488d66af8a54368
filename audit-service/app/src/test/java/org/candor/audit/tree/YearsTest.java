package org.candor.audit.tree;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.candor.audit.Story;
import org.candor.audit.TrailKeyFile;
import org.candor.test.Database;
import org.candor.test.MutableClock;
import org.candor.test.OnRealPlatform;
import org.candor.test.Tokens;
import org.candor.verify.CandorVerify;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The turn of the year, in a database of its own, since no log is ever opened again. */
@QuarkusTest
@OnRealPlatform(service = "audit_years", separateOwner = true)
@WithTestResource(TrailKeyFile.class)
class YearsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    MutableClock clock;

    @TempDir
    Path folder;

    @AfterEach
    void letTheClockRun() {
        clock.reset();
    }

    @Test
    void givesEachYearALogAndKeepsThemInALogOfLogs() throws IOException {
        clock.set(Instant.parse("2030-12-31T23:59:50Z"));
        Story old = Story.triaged();
        long lastOfOld = old.integrated(4);

        clock.set(Instant.parse("2031-01-01T00:00:10Z"));
        Story fresh = Story.triaged();
        long place = Story.index(fresh.entries(4).getLast());
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        auditor().get("/entries/" + place + "/inclusion").then().statusCode(200));

        JsonPath logs = auditor().get("/logs").then().statusCode(200).extract().jsonPath();
        assertThat(logs.getList("items.year")).endsWith(2030, 2031);
        assertThat(logs.getList("items.closed")).endsWith(true, false);
        // A property of that name would be taken for the list's own method.
        long first = logs.getLong("items.collect { it.get('first') }[-1]");
        assertThat(first).isGreaterThan(lastOfOld).isLessThanOrEqualTo(place);
        assertThat(logs.getString("logOfLogs")).startsWith("candor.local/trail/logs\n");

        String proof = auditor().get("/entries/" + place + "/inclusion").asString();
        assertThat(proof).contains("\"index\":" + (place - first)).contains("candor.local/trail/2031\\n");
        assertThat(verify(proof)).isEqualTo(CandorVerify.VERIFIED);
        assertThat(verify(auditor().get("/entries/" + lastOfOld + "/inclusion").asString()))
                .isEqualTo(CandorVerify.VERIFIED);
        assertThat(verify(auditor().get("/entries/" + lastOfOld + "/receipt").asString()))
                .isEqualTo(CandorVerify.VERIFIED);
        assertThat(Database.number("select count(*) - max(index) from trail.entry"))
                .isOne();

        clock.set(Instant.parse("2030-06-01T00:00:00Z"));
        Story afterTheClockWentBack = Story.triaged();
        long later = Story.index(afterTheClockWentBack.entries(4).getLast());
        assertThat(later).isGreaterThan(place);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(auditor()
                                .get("/entries/" + later + "/inclusion")
                                .asString())
                        .contains("candor.local/trail/2031\\n"));
        auditor().post("/self-check").then().statusCode(200).body("holds", equalTo(true));

        Database.execute("alter table trail.closed_log disable trigger refuse_change");
        Database.execute("update trail.closed_log set note = replace(note, '2030', '2029')");
        auditor().post("/self-check").then().statusCode(200).body("holds", equalTo(false));
        Database.execute("update trail.closed_log set note = replace(note, '2029', '2030')");
        Database.execute("alter table trail.closed_log enable always trigger refuse_change");
        auditor().post("/self-check").then().statusCode(200).body("holds", equalTo(true));
    }

    @Test
    void servesTilesAsTheSpecificationHasThem() {
        long place = Story.index(Story.triaged().entries(4).getLast());
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        auditor().get("/entries/" + place + "/inclusion").then().statusCode(200));
        int year =
                auditor().get("/logs").jsonPath().<Integer>getList("items.year").getLast();
        String[] checkpoint = auditor()
                .get("/logs/" + year + "/checkpoint")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .split("\n");
        int size = Integer.parseInt(checkpoint[1]);
        int width = Math.min(3, size);
        byte[] part = auditor()
                .get("/logs/" + year + "/tile/0/000.p/" + width)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        List<Object> stored = Database.rows(
                        "select leaf_hash from trail.entry e where index >= (select first from trail.log where year = ?)"
                                + " order by index limit ?",
                        year,
                        width)
                .stream()
                .map(row -> row.get("leaf_hash"))
                .toList();
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        stored.forEach(hash -> joined.writeBytes((byte[]) hash));
        assertThat(part).isEqualTo(joined.toByteArray());
        for (String none : List.of("0/x999/999", "0/000.p/257", "7/000", "0/1", "8/000", "0/000.p/0")) {
            auditor().get("/logs/" + year + "/tile/" + none).then().statusCode(404);
        }
        auditor().get("/logs/1999/checkpoint").then().statusCode(404);
    }

    private int verify(String proof) throws IOException {
        Path key = Files.writeString(
                folder.resolve("key.pem"), auditor().get("/keys").path("items[0].publicKey"));
        Path file = Files.writeString(folder.resolve("proof.json"), proof);
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, UTF_8);
        return CandorVerify.run(nowhere, nowhere, file.toString(), "--key", key.toString());
    }

    private static RequestSpecification auditor() {
        return given().auth().oauth2(Tokens.of("auditor"));
    }
}
