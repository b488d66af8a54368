package org.candor.audit.timestamp;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.candor.audit.Story;
import org.candor.audit.TimeNextDoor;
import org.candor.audit.TimeNextDoor.Mood;
import org.candor.audit.TrailKeyFile;
import org.candor.events.DeadlineEvent.DeadlineSet;
import org.candor.events.Topic;
import org.candor.test.Database;
import org.candor.test.MutableClock;
import org.candor.test.OnRealPlatform;
import org.candor.test.Tokens;
import org.candor.test.TopicProbe;
import org.candor.verify.CandorVerify;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@OnRealPlatform(service = "audit_stamped", separateOwner = true)
@WithTestResource(TrailKeyFile.class)
@WithTestResource(TimeNextDoor.class)
class TimestampingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    MutableClock clock;

    @TempDir
    Path folder;

    private String printed = "";

    @BeforeEach
    @AfterEach
    void everythingIsAsUsual() {
        TimeNextDoor.becomes(Mood.RIGHT);
        clock.reset();
    }

    @Test
    void putsATimeStampIntoThePackThatAStrangerChecks() throws IOException {
        Story.triaged().integrated(4);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(stamps()).isPositive());
        int year = Instant.now().atZone(java.time.ZoneOffset.UTC).getYear();
        auditor().get("/logs/" + year + "/timestamps").then().statusCode(200).body("items.size()", equalTo((int)
                stamps()));

        Path pack = pack();
        assertThat(verify(pack, TimeNextDoor.certificate())).isEqualTo(CandorVerify.VERIFIED);
        assertThat(printed).contains("says CN=Time next door").contains("ok    timestamp");
        assertThat(verify(pack, TimeNextDoor.otherCertificate())).isEqualTo(CandorVerify.DOES_NOT_VERIFY);
        assertThat(printed).contains("FAIL  timestamp");
    }

    @Test
    void asksAgainWhileTheAuthorityIsAwayAndAlarmsAfterADay() {
        Story.triaged().integrated(4);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(stamps()).isPositive());
        TimeNextDoor.becomes(Mood.AWAY);
        clock.advance(Duration.ofHours(25));
        long before = stamps();
        // Checkpoints go on.
        Story.triaged().integrated(4);
        awaitAskedAgain();
        assertThat(alarms()).isZero();

        clock.advance(Duration.ofHours(25));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(alarms()).isOne());
        try (TopicProbe probe = TopicProbe.on(Topic.PROGRAMME)) {
            assertThat(probe.await(DeadlineSet.class, fact -> fact.kind().equals("TIME_STAMP_IS_MISSING")))
                    .isNotNull();
        }
        assertThat(stamps()).isEqualTo(before);

        TimeNextDoor.becomes(Mood.RIGHT);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(stamps()).isGreaterThan(before));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(alarms()).isZero());
    }

    @Test
    void keepsNothingThatIsNotWhatWasAskedOrByWhomItIsBelieved() {
        Story.triaged().integrated(4);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(stamps()).isPositive());
        for (Mood wrong : new Mood[] {Mood.OF_SOMETHING_ELSE, Mood.BY_ANOTHER_KEY}) {
            long before = stamps();
            TimeNextDoor.becomes(wrong);
            clock.advance(Duration.ofHours(25));
            Story.triaged().integrated(4);
            awaitAskedAgain();
            assertThat(stamps()).as(wrong.toString()).isEqualTo(before);
            TimeNextDoor.becomes(Mood.RIGHT);
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(stamps()).isGreaterThan(before));
        }
    }

    private static long stamps() {
        return Database.number("select count(*) from trail.timestamp");
    }

    private static long alarms() {
        return Database.number("select count(*) from trail_alarm where kind = 'TIME_STAMP_IS_MISSING'");
    }

    /** Twice from now on, so that the first answer was dealt with. */
    private static void awaitAskedAgain() {
        long before = TimeNextDoor.asked();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(TimeNextDoor.asked()).isGreaterThan(before + 1));
    }

    private Path pack() throws IOException {
        byte[] bytes = auditor()
                .get("/packs?from=2020-01-01T00:00:00Z&to=" + Instant.now().plusSeconds(60))
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        return Files.write(folder.resolve("pack.zip"), bytes);
    }

    private int verify(Path pack, Path certificate) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, UTF_8);
        int code = CandorVerify.run(out, out, pack.toString(), "--tsa", certificate.toString());
        printed = bytes.toString(UTF_8);
        return code;
    }

    private static RequestSpecification auditor() {
        return given().auth().oauth2(Tokens.of("auditor"));
    }
}
