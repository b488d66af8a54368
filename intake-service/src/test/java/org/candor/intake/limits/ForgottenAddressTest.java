package org.candor.intake.limits;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.nio.file.Files;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.candor.events.ReportEvent.ReportSubmitted;
import org.candor.events.Topic;
import org.candor.intake.IntakeFixtures;
import org.candor.test.Database;
import org.candor.test.OnRealPlatform;
import org.candor.test.Seen;
import org.candor.test.Tokens;
import org.candor.test.TopicProbe;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/** Who reports without a name is not found by his address, and nobody else is: only the limiter knows it, for its window. */
@QuarkusTest
@OnRealPlatform
@TestProfile(LimitTest.SmallLimits.class)
class ForgottenAddressTest {

    private static final String ADDRESS = "198.51.100.77";

    @Test
    void isInNoTableOnNoTopicAndInNoLog() throws Exception {
        IntakeFixtures.aCityWithBothOfficersAndAnAdministrator();
        UUID nameless = report(asking());
        UUID named = report(asking().auth().oauth2(Tokens.of("workforce")));
        asking().auth()
                .oauth2(Tokens.of("privacy-officer"))
                .get("/reports/" + nameless)
                .then()
                .statusCode(200);
        asking().body(Map.of("receipt", "7K3M-92QX-0VTA-HJ5N"))
                .post("/receipts/status")
                .then()
                .statusCode(404);
        for (int i = 0; i < LimitTest.BURST; i++) {
            asking().get("/form");
        }
        asking().get("/form").then().statusCode(429);

        try (TopicProbe reports = TopicProbe.on(Topic.REPORT)) {
            for (UUID incident : List.of(nameless, named)) {
                Seen fact = reports.awaitRecord(
                        ReportSubmitted.class, it -> it.incidentId().equals(incident));
                assertThat(fact.headers().values()).noneMatch(value -> value.contains(ADDRESS));
                assertThat(fact.json()).doesNotContain(ADDRESS);
            }
        }
        assertThat(tablesWithTheAddress()).isEmpty();
        assertThat(log()).doesNotContain(ADDRESS);
    }

    /** Else the look above would prove nothing. */
    @Test
    void wouldBeFoundWhereItIsPlanted() throws Exception {
        Database.execute("create table planted (note text, sealed bytea)");
        try {
            for (String row : List.of("'from " + ADDRESS + "', null", "null, 'from " + ADDRESS + "'::bytea")) {
                Database.execute("insert into planted values (" + row + ")");
                assertThat(tablesWithTheAddress()).containsExactly("public.planted");
                Database.execute("delete from planted");
            }
        } finally {
            Database.execute("drop table planted");
        }
        Logger.getLogger(ForgottenAddressTest.class).info("planted in the log");
        assertThat(log()).contains("planted in the log");
    }

    private static RequestSpecification asking() {
        return given().header("X-Forwarded-For", ADDRESS).contentType(ContentType.JSON);
    }

    private static UUID report(RequestSpecification asking) {
        return asking.body(IntakeFixtures.misdirectedSpreadsheet())
                .post("/reports")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getUUID("incidentId");
    }

    /** A row as text shows its bytes in hexadecimal. */
    private static List<String> tablesWithTheAddress() {
        String bytes = HexFormat.of().formatHex(ADDRESS.getBytes(US_ASCII));
        return Database.rows("""
                        select table_schema || '.' || table_name as name from information_schema.tables
                        where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
                        """).stream()
                .map(row -> row.get("name").toString())
                .filter(table -> Database.number(
                                "select count(*) from " + table + " as it where it::text like ? or it::text like ?",
                                "%" + ADDRESS + "%",
                                "%" + bytes + "%")
                        > 0)
                .toList();
    }

    private static String log() throws Exception {
        return Files.readString(LimitTest.LOG);
    }
}
