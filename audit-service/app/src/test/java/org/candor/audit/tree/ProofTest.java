package org.candor.audit.tree;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.core.Vertx;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.candor.audit.OnContext;
import org.candor.audit.Story;
import org.candor.audit.TrailKeyFile;
import org.candor.audit.TrailSettings;
import org.candor.audit.trail.YearLogs;
import org.candor.events.CheckpointEvent.CheckpointSigned;
import org.candor.events.Topic;
import org.candor.kit.outbox.Outbox;
import org.candor.test.Database;
import org.candor.test.MutableClock;
import org.candor.test.OnRealPlatform;
import org.candor.test.Tokens;
import org.candor.test.TopicProbe;
import org.candor.verify.CandorVerify;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@OnRealPlatform(separateOwner = true)
@WithTestResource(TrailKeyFile.class)
class ProofTest {

    @TempDir
    Path folder;

    @Inject
    YearLogs logs;

    @Inject
    LogOfLogs logOfLogs;

    @Inject
    Checkpoints checkpoints;

    @Inject
    TreeStore tree;

    @Inject
    SigningGate gate;

    @Inject
    Outbox outbox;

    @Inject
    Vertx vertx;

    @Inject
    TrailSettings settings;

    @Inject
    MutableClock clock;

    private Path key;

    @BeforeEach
    void fetchTheKey() throws IOException {
        Story.triaged().integrated(4);
        String id = auditor().get("/keys").then().statusCode(200).extract().path("items[0].keyId");
        String pem =
                auditor().get("/keys/" + id).then().statusCode(200).extract().asString();
        key = Files.writeString(folder.resolve("key.pem"), pem);
    }

    @Test
    void convincesAVerifierThatHasNothingButTheProofAndTheKey() throws Exception {
        Story story = Story.triaged();
        story.closedOn(LocalDate.parse("2026-11-21"));
        story.integrated(5);
        long index = story.indexOf("org.candor.investigation.case-closed.v1");
        Path proof = Files.writeString(folder.resolve("proof.json"), inclusion(index));
        Path classes = Path.of(CandorVerify.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());

        Process verifier = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classes.toString(),
                        CandorVerify.class.getName(),
                        proof.toString(),
                        "--key",
                        key.toString())
                .redirectErrorStream(true)
                .start();
        String printed = new String(verifier.getInputStream().readAllBytes(), UTF_8);
        assertThat(verifier.waitFor(30, TimeUnit.SECONDS)).isTrue();

        assertThat(printed)
                .contains("case-closed", story.incidentId().toString())
                .endsWith("verified\n");
        assertThat(verifier.exitValue()).isZero();
    }

    @Test
    void verifiesEveryEntryAgainstEveryCheckpointOfTheStory() throws Exception {
        Story story = Story.triaged();
        story.integrated(4);
        long newest = Story.checkpointSize();
        List<Long> sizes =
                Database.rows("select size from trail.checkpoint where size > 0 order by size desc limit 5").stream()
                        .map(row -> (Long) row.get("size"))
                        .toList();
        for (long size : sizes) {
            for (long index = Math.max(0, size - 7); index < size; index++) {
                assertThat(verify(auditor()
                                .get("/entries/" + index + "/inclusion?size=" + size)
                                .asString()))
                        .isEqualTo(CandorVerify.VERIFIED);
            }
            assertThat(verify(auditor()
                            .get("/consistency?from=" + size + "&to=" + newest)
                            .asString()))
                    .isEqualTo(CandorVerify.VERIFIED);
        }
        assertThat(verify(auditor().get("/consistency?from=0&to=" + newest).asString()))
                .isEqualTo(CandorVerify.VERIFIED);
    }

    @Test
    void servesNoProofOfWhichAByteCouldBeChanged() throws Exception {
        long index = Story.triaged().integrated(4);
        byte[] good = inclusion(index).getBytes(UTF_8);
        Random random = new Random(11);
        for (int i = 0; i < 400; i++) {
            byte[] bad = good.clone();
            bad[random.nextInt(bad.length)] ^= (byte) (1 + random.nextInt(255));
            assertThat(verify(bad)).isNotEqualTo(CandorVerify.VERIFIED);
        }
        assertThat(verify(good)).isEqualTo(CandorVerify.VERIFIED);
    }

    @Test
    void saysWhatItCannotProve() {
        long newest = Story.checkpointSize();
        auditor().get("/entries/999999999/inclusion").then().statusCode(404).body("code", equalTo("NOT_FOUND"));
        auditor()
                .get("/entries/0/inclusion?size=" + (newest + 1_000_000))
                .then()
                .statusCode(422)
                .body("code", equalTo("SIZE_BEYOND_CHECKPOINT"));
        auditor().get("/entries/0/inclusion?size=-1").then().statusCode(422);
        auditor().get("/entries/first/inclusion").then().statusCode(404);
        auditor().get("/consistency?from=2&to=1").then().statusCode(422).body("code", equalTo("SIZES_IN_WRONG_ORDER"));
        auditor()
                .get("/consistency?from=0&to=" + (newest + 1_000_000))
                .then()
                .statusCode(422)
                .body("code", equalTo("SIZE_BEYOND_CHECKPOINT"));
        auditor().get("/consistency?from=0").then().statusCode(422);
        auditor().get("/keys/00000000").then().statusCode(404);
        auditor()
                .header("Accept-Language", "es")
                .get("/consistency?from=2&to=1")
                .then()
                .body("title", equalTo("El registro solo crece: from no puede ser mayor que to."));
    }

    @Test
    void publishesEveryCheckpointItSigns() {
        long index = Story.triaged().integrated(4);
        try (TopicProbe probe = TopicProbe.on(Topic.CHECKPOINT)) {
            CheckpointSigned signed = probe.await(CheckpointSigned.class, fact -> fact.size() > index);
            assertThat(signed.note())
                    .startsWith(signed.origin() + "\n" + signed.size() + "\n" + signed.rootHash() + "\n\n");
            assertThat(signed.origin()).matches("candor\\.local/trail/20\\d\\d");
        }
    }

    @Test
    void neverForksHoweverManyIntegratorsRun() {
        List<Integrator> replicas = Stream.generate(
                        () -> new Integrator(logs, logOfLogs, checkpoints, tree, gate, outbox, vertx, impatient()))
                .limit(6)
                .toList();
        long before = Story.checkpointSize();
        for (int i = 0; i < 25; i++) {
            Story.triaged();
            replicas.forEach(Integrator::wake);
        }
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            replicas.forEach(Integrator::wake);
            assertThat(Story.checkpointSize()).isGreaterThanOrEqualTo(before + 100);
        });

        List<Map<String, Object>> forks = Database.rows("""
                select size from (select size, previous, lag(size) over (order by size) as before from trail.checkpoint) c
                 where previous is distinct from before
                """);
        assertThat(forks).isEmpty();
        auditor().post("/self-check").then().statusCode(200).body("holds", equalTo(true));
    }

    /** As after a restart with another key file: older checkpoints stay valid under the older key. */
    @Test
    void goesOnUnderAnotherKey() throws Exception {
        long before = Story.triaged().integrated(4) + 1;
        Path other = TrailKeyFile.another();
        TrailKey fresh = new TrailKey(settings(other));
        Checkpoints signing = new Checkpoints(fresh, clock);
        Integrator rotated = new Integrator(logs, logOfLogs, signing, tree, gate, outbox, vertx, settings(other));
        String origin = Story.checkpoint().split("\n")[0];
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            Story.triaged().entries(4);
            OnContext.run(vertx, rotated::integrate).get(30, TimeUnit.SECONDS);
            assertThat(Database.number("select count(*) from trail.checkpoint where key_id = ?", fresh.id(origin)))
                    .isPositive();
        });
        long after = Database.number("select max(size) from trail.checkpoint where key_id = ?", fresh.id(origin));
        Path proof = Files.writeString(
                folder.resolve("rotated.json"),
                auditor()
                        .get("/consistency?from=" + earlier(before) + "&to=" + after)
                        .asString());
        Path freshKey = Files.writeString(folder.resolve("fresh.pem"), TrailKey.pem(fresh.x509()));
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, UTF_8);
        String[] both = {proof.toString(), "--key", key.toString(), "--key", freshKey.toString()};
        assertThat(CandorVerify.run(nowhere, nowhere, both)).isEqualTo(CandorVerify.VERIFIED);
        assertThat(CandorVerify.run(nowhere, nowhere, proof.toString(), "--key", freshKey.toString()))
                .isEqualTo(CandorVerify.DOES_NOT_VERIFY);
        auditor().post("/self-check").then().statusCode(200).body("holds", equalTo(true));
    }

    private static long earlier(long size) {
        return Database.number("select max(size) from trail.checkpoint where size <= ?", size);
    }

    private TrailSettings impatient() {
        return settings(settings.keyFile());
    }

    private TrailSettings settings(Path keyFile) {
        return new TrailSettings() {
            @Override
            public String name() {
                return settings.name();
            }

            @Override
            public Path keyFile() {
                return keyFile;
            }

            @Override
            public Duration integrateEvery() {
                return Duration.ofMillis(1);
            }

            @Override
            public Duration gapGrace() {
                return settings.gapGrace();
            }

            @Override
            public String selfCheckCron() {
                return settings.selfCheckCron();
            }

            @Override
            public Witness witness() {
                return settings.witness();
            }

            @Override
            public Copies copies() {
                return settings.copies();
            }

            @Override
            public Timestamp timestamp() {
                return settings.timestamp();
            }
        };
    }

    private static String inclusion(long index) {
        return auditor()
                .get("/entries/" + index + "/inclusion")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private int verify(String proof) throws IOException {
        return verify(proof.getBytes(UTF_8));
    }

    private int verify(byte[] proof) throws IOException {
        Path file = Files.write(folder.resolve("any.json"), proof);
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, UTF_8);
        return CandorVerify.run(nowhere, nowhere, file.toString(), "--key", key.toString());
    }

    private static RequestSpecification auditor() {
        return given().auth().oauth2(Tokens.of("auditor"));
    }
}
