package org.candor.audit.witness;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.candor.audit.Story;
import org.candor.audit.TrailKeyFile;
import org.candor.audit.WitnessNextDoor;
import org.candor.events.DeadlineEvent.DeadlineSet;
import org.candor.events.Topic;
import org.candor.test.Database;
import org.candor.test.Management;
import org.candor.test.OnRealPlatform;
import org.candor.test.Tokens;
import org.candor.test.TopicProbe;
import org.candor.verify.CandorVerify;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@OnRealPlatform(service = "audit_witnessed", separateOwner = true)
@WithTestResource(TrailKeyFile.class)
@WithTestResource(WitnessNextDoor.class)
@TestMethodOrder(OrderAnnotation.class)
class WitnessingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    @Test
    @Order(1)
    void getsEveryNewestCheckpointSignedByTheWitness() throws IOException {
        long index = Story.triaged().integrated(4);
        awaitWitnessed(index + 1);
        // The one that was waited for may have a successor that the witness has not seen yet.
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Story.checkpoint())
                        .contains("\n\u2014 candor.local/trail/")
                        .contains("\n\u2014 witness.example "));

        Path key = Files.writeString(
                folder.resolve("key.pem"),
                given().auth().oauth2(Tokens.of("auditor")).get("/keys").path("items[0].publicKey"));
        Path proof = Files.writeString(
                folder.resolve("proof.json"),
                given().auth()
                        .oauth2(Tokens.of("auditor"))
                        .get("/entries/" + index + "/inclusion?size=" + witnessedSize())
                        .asString());
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(printed, true, UTF_8);
        int code = CandorVerify.run(
                out,
                out,
                proof.toString(),
                "--key",
                key.toString(),
                "--witness",
                System.getProperty(WitnessNextDoor.KEY_FILE));
        assertThat(printed.toString(UTF_8)).contains("ok    cosignature by witness.example");
        assertThat(code).isEqualTo(CandorVerify.VERIFIED);
    }

    @Test
    @Order(2)
    void goesOnWhileTheWitnessIsAwayAndLetsItCatchUp() {
        awaitWitnessed(Story.triaged().integrated(4) + 1);
        WitnessNextDoor.goesAway();
        long lastWitnessed;
        try {
            long index = Story.triaged().integrated(4);
            lastWitnessed = witnessedSize();
            assertThat(index + 1).isGreaterThan(lastWitnessed);
            Story.triaged().integrated(4);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(metric("candor_trail_unwitnessed_seconds"))
                            .isPositive());
            assertThat(metric("candor_trail_signing_stopped")).isZero();
            assertThat(Story.checkpoint()).doesNotContain("witness.example");
        } finally {
            WitnessNextDoor.isBack();
        }
        awaitWitnessed(Story.checkpointSize());
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(metric("candor_trail_unwitnessed_seconds")).isZero());
        assertThat(witnessedSize()).isGreaterThan(lastWitnessed);
    }

    /** Last, for the trail is lost to the witness then: all in the database agrees, and only the witness knows. */
    @Test
    @Order(3)
    void isRefusedAfterYesterdaysBackUpWasPutBackAndTheAuditorIsTold() throws SQLException {
        awaitWitnessed(Story.triaged().integrated(4) + 1);
        long yesterday = witnessedSize();
        Story lost = Story.triaged();
        awaitWitnessed(lost.integrated(4) + 1);

        try (Connection superuser = Database.connect();
                Statement statement = superuser.createStatement()) {
            putBack(statement, yesterday);
        }
        long lastSigned = Database.number("select max(size) from trail.checkpoint");
        Story late = Story.triaged();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                Database.number("select count(*) from trail_alarm where kind = 'WITNESS_REFUSES'"))
                        .isOne());
        try (TopicProbe probe = TopicProbe.on(Topic.PROGRAMME)) {
            assertThat(probe.await(DeadlineSet.class, fact -> fact.kind().equals("WITNESS_REFUSES")))
                    .isNotNull();
        }
        assertThat(Management.get("/q/metrics").asString()).contains("candor_trail_witness_refuses 1.0");
        // As far as the witness is concerned this trail has ended: nothing that it signs is ever witnessed again.
        assertThat(witnessedSize()).isEqualTo(yesterday);

        // Nor is a second history signed, and everybody who asks is told so.
        long index = Story.index(late.entries(4).getLast());
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(metric("candor_trail_signing_stopped")).isOne());
        given().auth()
                .oauth2(Tokens.of("auditor"))
                .get("/entries/" + index + "/inclusion")
                .then()
                .statusCode(503)
                .body("code", equalTo("SIGNING_STOPPED"));
        Management.get("/q/health/well")
                .then()
                .statusCode(503)
                .body("checks.find { it.name == 'signing' }.status", equalTo("DOWN"));
        Management.get("/q/health/ready").then().statusCode(200);
        assertThat(Database.number("select max(size) from trail.checkpoint")).isEqualTo(lastSigned);
    }

    private static double metric(String name) {
        return Management.get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .findFirst()
                .orElse(-1);
    }

    private static void putBack(Statement statement, long size) throws SQLException {
        for (String table : new String[] {"entry", "tile", "checkpoint", "cosignature"}) {
            statement.execute("alter table trail." + table + " disable trigger refuse_change");
        }
        statement.execute("select pg_advisory_lock(hashtext('candor.trail.append'))");
        statement.execute("select pg_advisory_lock(hashtext('candor.trail.sign'))");
        statement.execute("delete from trail.cosignature where size > " + size);
        statement.execute("delete from trail.checkpoint where size > " + size);
        statement.execute("delete from trail.entry where index >= " + size);
        statement.execute("select pg_advisory_unlock_all()");
    }

    private static void awaitWitnessed(long size) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(witnessedSize()).isGreaterThanOrEqualTo(size));
    }

    private static long witnessedSize() {
        return Database.number("select coalesce(max(size), 0) from trail.cosignature");
    }
}
