package org.candor.intake.attempts;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.candor.intake.IntakeFixtures.json;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.candor.intake.IntakeFixtures;
import org.candor.test.OnRealPlatform;
import org.candor.test.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Attempted access comes in by the thousand: one record per source and day, imported as often as one likes. */
@QuarkusTest
@OnRealPlatform
class AttemptsTest {

    private String entity;

    @BeforeEach
    void entity() {
        entity = "clinic-" + UUID.randomUUID().toString().substring(0, 8);
        IntakeFixtures.putEntity(entity);
    }

    @Test
    void importsTheSameFileAgainWithoutAChange() {
        String file =
                "source,day,attempts,system\n203.0.113.44,2026-03-02,1843,patient portal\n\"a, b\",2026-03-02,7,\n";
        csv(file)
                .statusCode(200)
                .body("created", equalTo(2))
                .body("rows.result", equalTo(List.of("CREATED", "CREATED")));
        csv(file).statusCode(200).body("unchanged", equalTo(2)).body("created", equalTo(0));
        csv("\uFEFFsource,day,attempts,system\n203.0.113.44,2026-03-02,1900,patient portal\n")
                .statusCode(200)
                .body("updated", equalTo(1));

        assertThat(listed("").getList("attempts", Integer.class)).containsExactlyInAnyOrder(1900, 7);
    }

    @Test
    void tellsEachRowItsResultAndKeepsTheGoodOnes() {
        csv("source,day,attempts\n203.0.113.1,2026-03-02,5\n203.0.113.1,2026-03-02,6\n,2026-03-02,5\n203.0.113.2,yesterday,5\n203.0.113.3,2026-03-02\n")
                .statusCode(200)
                .body("created", equalTo(1))
                .body("refused", equalTo(4))
                .body("rows.row", equalTo(List.of(1, 2, 3, 4, 5)))
                .body("rows[1].why", equalTo("a second row for the same source and day"))
                .body("rows[2].column", equalTo("source"))
                .body("rows[3].column", equalTo("day"))
                .body("rows[4].column", equalTo("attempts"));
        assertThat(listed("").getList("attempts", Integer.class)).containsExactly(5);
    }

    @Test
    void takesJsonLinesAlike() {
        String lines =
                "{\"source\": \"203.0.113.44\", \"day\": \"2026-03-02\", \"attempts\": 12, \"system\": \"שלום\"}\n"
                        + "\n{\"source\": \"203.0.113.45\", \"day\": \"2026-03-02\", \"attempts\": \"12\"}\n[1]\n{\"source\": {}}\nnot json\n";
        send("application/x-ndjson", lines.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .statusCode(200)
                .body("created", equalTo(2))
                .body("refused", equalTo(3));
        assertThat(listed("").getList("system", String.class)).containsExactlyInAnyOrder("שלום", "");
    }

    @Test
    void takesNothingOfARowWithMoreCellsThanTheHeader() {
        csv("source,day,attempts\n203.0.113.7,2026-03-02,5,6\n203.0.113.8,2026-03-02,5\n")
                .statusCode(200)
                .body("created", equalTo(1))
                .body("rows[0].column", equalTo("source"));
    }

    @Test
    void refusesAFileThatIsNone() {
        csv("address;day\n1;2\n").statusCode(400).body("code", equalTo("UNREADABLE_ROWS"));
        csv("source,day,attempts\n1,2026-03-02,1\n\"open,2026-03-02,1\n")
                .statusCode(400)
                .body("code", equalTo("UNREADABLE_ROWS"))
                .body("errors[0].field", equalTo("line 3"));
        send("text/csv", "source,day,attempts\nÉ,2026-03-02,1\n".getBytes(ISO_8859_1))
                .statusCode(400)
                .body("code", equalTo("UNREADABLE_ROWS"));
        send("text/csv", new byte[0]).statusCode(400).body("code", equalTo("UNREADABLE_ROWS"));
        assertThat(listed("").getList("attempts", Integer.class)).isEmpty();
    }

    @Test
    void keepsEntitiesApart() {
        String elsewhere = Tokens.subject("visitor")
                .roles("security-officer")
                .entities("another-city")
                .signed();
        given().auth()
                .oauth2(elsewhere)
                .get("/attempted-access?entityId=" + entity)
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(elsewhere)
                .contentType("text/csv")
                .body("source,day,attempts\n")
                .post("/attempted-access?entityId=" + entity)
                .then()
                .statusCode(403);
        json("security-officer").get("/attempted-access").then().statusCode(422);
        given().auth()
                .oauth2(Tokens.of("security-officer"))
                .contentType("text/csv")
                .body("source,day,attempts\n203.0.113.1,2026-03-02,5\n")
                .post("/attempted-access?entityId=atlantis")
                .then()
                .statusCode(422)
                .body("code", equalTo("UNKNOWN_ENTITY"));
    }

    @Test
    void pagesThroughAllOnceNewestDayFirst() {
        StringBuilder file = new StringBuilder("source,day,attempts\n");
        for (int i = 0; i < 7; i++) {
            file.append("203.0.113.")
                    .append(i)
                    .append(",2026-03-0")
                    .append(1 + i / 2)
                    .append(",5\n");
        }
        csv(file.toString()).statusCode(200).body("created", equalTo(7));
        Set<String> seen = new HashSet<>();
        String cursor = "";
        while (cursor != null) {
            var page = json("auditor")
                    .get("/attempted-access?limit=3&since=2026-03-01&entityId=" + entity + cursor)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            assertThat(page.getList("items.day", String.class))
                    .isSortedAccordingTo(java.util.Comparator.reverseOrder());
            page.getList("items.source", String.class)
                    .forEach(source -> assertThat(seen.add(source)).isTrue());
            cursor = page.getString("next") == null ? null : "&cursor=" + page.getString("next");
        }
        assertThat(seen).hasSize(7);
    }

    private ValidatableResponse csv(String file) {
        return send("text/csv", file.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private ValidatableResponse send(String type, byte[] file) {
        return given().auth()
                .oauth2(Tokens.of("security-officer"))
                .config(io.restassured.RestAssured.config()
                        .encoderConfig(io.restassured.config.EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                                .encodeContentTypeAs("application/x-ndjson", io.restassured.http.ContentType.BINARY)
                                .encodeContentTypeAs("text/csv", io.restassured.http.ContentType.BINARY)))
                .contentType(type)
                .body(file)
                .post("/attempted-access?entityId=" + entity)
                .then();
    }

    private io.restassured.path.json.JsonPath listed(String query) {
        return json("security-officer")
                .get("/attempted-access?entityId=" + entity + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .setRootPath("items");
    }

    @Test
    void readsNothingOfAFileFromSomebodyOfAnotherEntity() {
        String elsewhere = Tokens.subject("officer-elsewhere")
                .roles("security-officer")
                .entities("another-city")
                .signed();
        io.restassured.RestAssured.given()
                .config(io.restassured.RestAssured.config()
                        .encoderConfig(io.restassured.config.EncoderConfig.encoderConfig()
                                .encodeContentTypeAs("text/csv", io.restassured.http.ContentType.BINARY)))
                .auth()
                .oauth2(elsewhere)
                .contentType("text/csv")
                .body("not;a;header\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                .post("/attempted-access?entityId=" + entity)
                .then()
                .statusCode(403);
    }
}
