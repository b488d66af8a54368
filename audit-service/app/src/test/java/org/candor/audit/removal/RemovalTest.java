package org.candor.audit.removal;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.candor.audit.Story;
import org.candor.audit.TrailKeyFile;
import org.candor.events.RetentionEvent.LogRemovalOrdered;
import org.candor.events.Topic;
import org.candor.test.Database;
import org.candor.test.MutableClock;
import org.candor.test.OnRealPlatform;
import org.candor.test.Tokens;
import org.candor.test.TopicProbe;
import org.candor.verify.CandorVerify;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Three logs in a database of their own: 2030 stays, since it is on hold, 2031 goes, and 2039 is the newest. */
@QuarkusTest
@OnRealPlatform(service = "audit_removal", separateOwner = true)
@WithTestResource(TrailKeyFile.class)
@TestMethodOrder(OrderAnnotation.class)
class RemovalTest {

    private static final int GOES = 2031;
    private static final Instant LATER = Instant.parse("2039-02-01T12:00:00Z");

    @Inject
    MutableClock clock;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "CANDOR_DB_USER")
    String user;

    @ConfigProperty(name = "CANDOR_DB_PASSWORD")
    String password;

    @TempDir
    Path folder;

    private String printed = "";

    @AfterEach
    void letTheClockRun() {
        clock.reset();
    }

    @Test
    @Order(1)
    void isOrderedWhenItsTimeIsOverAndApprovedByAnotherPerson() {
        clock.set(Instant.parse("2030-06-01T12:00:00Z"));
        closedStory();
        clock.set(Instant.parse("2031-06-01T12:00:00Z"));
        closedStory();
        order("privacy-officer").then().statusCode(409).body("missing", contains("STILL_TO_BE_KEPT"));
        clock.set(LATER);
        Story.triaged().integrated(4);
        given().auth()
                .oauth2(Tokens.subject("privacy-officer")
                        .roles("privacy-officer")
                        .entities("clinic")
                        .signed())
                .contentType(ContentType.JSON)
                .body(Map.of("year", GOES))
                .post("/log-removals")
                .then()
                .statusCode(404);
        order("privacy-officer", 2035).then().statusCode(404);

        Response ordered = order("privacy-officer");
        ordered.then().statusCode(201).body("state", equalTo("ORDERED")).body("keptThrough", equalTo("2037-12-31"));
        order("administrator").then().statusCode(409).body("missing", contains("ORDERED_BEFORE"));
        approve(ordered, "privacy-officer").then().statusCode(409).body("missing", contains("SAME_PERSON"));
        assertRefused("no removal of the log of 2031 was approved");

        String hold = hold("2031-01-01", "2031-12-31");
        approve(ordered, "administrator").then().statusCode(409).body("missing", contains("ON_HOLD"));
        lift(hold);
        approve(ordered, "administrator").then().statusCode(200).body("state", equalTo("APPROVED"));
        approve(ordered, "administrator").then().statusCode(412);
        try (TopicProbe probe = TopicProbe.on(Topic.RETENTION)) {
            LogRemovalOrdered told = probe.await(LogRemovalOrdered.class, fact -> fact.year() == GOES);
            assertThat(told.orderedBy()).isEqualTo("privacy-officer");
            assertThat(told.approvedBy()).isEqualTo("administrator");
        }
        // Approved is not gone: a trail that still has it is checked whole.
        check().then().body("holds", equalTo(true)).body("removed", equalTo(null));
    }

    @Test
    @Order(2)
    void aSuperusersOwnDeletionIsFoundThoughTheRemovalIsApproved() throws SQLException {
        clock.set(LATER);
        long first = first(GOES);
        try (Connection superuser = Database.connect();
                Statement statement = superuser.createStatement()) {
            statement.execute("alter table trail.entry disable trigger refuse_change");
            statement.execute("create table saved as select * from trail.entry where index = " + first);
            statement.execute("delete from trail.entry where index = " + first);
            check().then().body("holds", equalTo(false)).body("firstBadIndex", equalTo((int) first));
            statement.execute("insert into trail.entry select * from saved");
            statement.execute("drop table saved");

            // A whole year of which nobody ordered anything.
            statement.execute("create table saved as select * from trail.entry where index < " + first);
            statement.execute("delete from trail.entry where index < " + first);
            check().then().body("holds", equalTo(false)).body("firstBadIndex", equalTo(0));
            // Nor does an order of his own hand help.
            statement.execute(
                    "insert into trail.removal select (select origin from trail.log where year = 2030),"
                            + " gen_random_uuid(), ordered_by, approved_by, kept_through, note, approved_at from trail.removal");
            check().then().body("holds", equalTo(false));
            statement.execute("alter table trail.removal disable trigger refuse_change");
            statement.execute("delete from trail.removal where origin like '%2030'");
            statement.execute("alter table trail.removal enable always trigger refuse_change");
            statement.execute("insert into trail.entry select * from saved");
            statement.execute("drop table saved");
            statement.execute("alter table trail.entry enable always trigger refuse_change");
        }
        check().then().body("holds", equalTo(true));
    }

    @Test
    @Order(3)
    void goesByTheRetentionUserAloneAndNothingUnderAHoldGoes() throws SQLException {
        clock.set(LATER);
        // The database has a day of its own, and that is long before.
        assertRefused("the log of 2031 is to be kept through 2037-12-31");
        Database.execute("create or replace function trail.today() returns date language sql stable"
                + " as $$ select date '2039-02-01' $$");
        try (Connection service = DriverManager.getConnection(url, user, password);
                Statement statement = service.createStatement()) {
            assertThatThrownBy(() -> statement.execute("select trail.remove_log(2031)"))
                    .hasMessageContaining("permission denied for function remove_log");
        }
        String hold = hold("2031-01-01", "2031-12-31");
        assertRefused("or on hold (t)");
        lift(hold);

        hold("2030-01-01", "2030-12-31");
        assertRefused(2030, "no removal of the log of 2030");
        long before = Database.number("select count(*) from trail.entry");
        assertThat(remove(GOES)).isPositive().isLessThan(before);
        assertThat(Database.number("select count(*) from trail.entry where index >= " + first(GOES) + " and index < "
                        + first(2039)))
                .isZero();
    }

    @Test
    @Order(4)
    void leavesEveryOtherYearProvableAndSaysByWhoseOrderItWent() throws IOException {
        clock.set(LATER);
        long inTheNewest = Story.triaged().integrated(4);
        check().then()
                .body("holds", equalTo(true))
                .body("removed", hasItem(containsString("candor.local/trail/2031 by order ")))
                .body("note", containsString(", removed candor.local/trail/2031 by order "));
        auditor().get("/log-removals").then().statusCode(200).body("items[0].gone", equalTo(true));
        auditor().get("/entries/" + first(GOES)).then().statusCode(404);
        auditor().get("/logs/2031/checkpoint").then().statusCode(200);
        auditor()
                .get("/consistency?log=2031&from=0&to=1")
                .then()
                .statusCode(410)
                .body("code", equalTo("LOG_REMOVED"));
        for (long place : new long[] {0, inTheNewest}) {
            Path proof = Files.writeString(
                    folder.resolve("proof.json"),
                    auditor().get("/entries/" + place + "/inclusion").asString());
            Path key = Files.writeString(
                    folder.resolve("key.pem"), auditor().get("/keys").path("items[0].publicKey"));
            assertThat(verify(proof.toString(), "--key", key.toString())).isEqualTo(CandorVerify.VERIFIED);
        }
        Path pack = Files.write(
                folder.resolve("pack.zip"),
                auditor()
                        .get("/packs?from=2020-01-01T00:00:00Z&to=2040-01-01T00:00:00Z")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray());
        assertThat(verify(pack.toString())).as(printed).isEqualTo(CandorVerify.VERIFIED);
        assertThat(printed)
                .contains("ok    removed     candor.local/trail/2031, ")
                .contains("without a gap");
    }

    private static void closedStory() {
        Story story = Story.triaged();
        story.closedOn(LocalDate.parse("2026-11-21"));
        story.entries(7);
        story.integrated(7);
    }

    private static Response order(String role) {
        return order(role, GOES);
    }

    private static Response order(String role, int year) {
        return as(role).contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("year", year))
                .post("/log-removals");
    }

    private static Response approve(Response ordered, String role) {
        return as(role).header("If-Match", ordered.header("ETag"))
                .post("/log-removals/" + ordered.path("removalId") + "/approve");
    }

    private static String hold(String from, String to) {
        Response placed = as("counsel")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(ContentType.JSON)
                .body(Map.of("entityId", Story.CITY, "from", from, "to", to, "reason", "LITIGATION", "note", "Suit"))
                .post("/holds");
        placed.then().statusCode(201);
        return placed.path("holdId");
    }

    private static void lift(String holdId) {
        String tag = as("counsel").get("/holds/" + holdId).header("ETag");
        as("counsel")
                .header("If-Match", tag)
                .post("/holds/" + holdId + "/lift")
                .then()
                .statusCode(200);
    }

    /** As the retention user, whom an installation makes for this and nothing else. */
    private static long remove(int year) throws SQLException {
        try (Connection superuser = Database.connect();
                Statement statement = superuser.createStatement()) {
            statement.execute("""
                    do $$ begin
                        if not exists (select 1 from pg_roles where rolname = 'candor_retention_test') then
                            create role candor_retention_test;
                        end if;
                    end $$
                    """);
            statement.execute("grant usage on schema trail to candor_retention_test");
            statement.execute("grant execute on function trail.remove_log(integer) to candor_retention_test");
            statement.execute("set role candor_retention_test");
            assertThatThrownBy(() -> statement.execute("delete from trail.entry"))
                    .hasMessageContaining("permission denied");
            try (java.sql.ResultSet rows = statement.executeQuery("select trail.remove_log(" + year + ")")) {
                rows.next();
                return rows.getLong(1);
            } finally {
                statement.execute("reset role");
            }
        }
    }

    private static void assertRefused(String why) {
        assertRefused(GOES, why);
    }

    private static void assertRefused(int year, String why) {
        assertThatThrownBy(() -> remove(year)).hasMessageContaining(why);
    }

    private static long first(int year) {
        return Database.number("select first from trail.log where year = " + year);
    }

    private static io.restassured.response.Response check() {
        return auditor().post("/self-check");
    }

    private int verify(String... arguments) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, UTF_8);
        int code = CandorVerify.run(out, out, arguments);
        printed = bytes.toString(UTF_8);
        return code;
    }

    private static RequestSpecification auditor() {
        return as("auditor");
    }

    private static RequestSpecification as(String role) {
        return given().auth().oauth2(Tokens.of(role));
    }
}
