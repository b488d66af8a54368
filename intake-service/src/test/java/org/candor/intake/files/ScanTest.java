package org.candor.intake.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import org.awaitility.Awaitility;
import org.candor.intake.IntakeFixtures;
import org.candor.intake.mailbox.NamelessReporter;
import org.candor.test.MutableClock;
import org.candor.test.OnRealPlatform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With a scanner: a server that speaks its protocol on a real socket. */
@QuarkusTest
@OnRealPlatform
@QuarkusTestResource(value = ScannerServer.class, restrictToAnnotatedClass = true)
class ScanTest {

    private static final Duration TWO_SCANS = Duration.ofMillis(2_500);

    @Inject
    MutableClock clock;

    @BeforeEach
    void directory() {
        clock.reset();
        ScannerServer.beSilent(false);
        IntakeFixtures.aCityWithBothOfficersAndAnAdministrator();
    }

    @Test
    void releasesAFileOnceTheScannerFoundNothing() {
        byte[] large = new byte[2 * FileLimits.CHUNK + 1];
        Arrays.fill(large, (byte) 'x');
        NamelessReporter reporter = NamelessReporter.reports();
        String file = quarantined(reporter, large);

        Awaitility.await().untilAsserted(() -> assertThat(state(reporter)).isEqualTo("CLEAN"));
        assertThat(FileTest.download("privacy-officer", reporter.incidentId(), file)
                        .asByteArray())
                .isEqualTo(large);
    }

    @Test
    void neverHandsOutAnInfectedFile() {
        NamelessReporter reporter = NamelessReporter.reports();
        String file = quarantined(reporter, SampleFiles.eicar());

        Awaitility.await().untilAsserted(() -> assertThat(state(reporter)).isEqualTo("INFECTED"));
        FileTest.download("privacy-officer", reporter.incidentId(), file)
                .then()
                .statusCode(409)
                .body("code", equalTo("FILE_INFECTED"));
    }

    @Test
    void keepsAFileInQuarantineUntilTheScannerAnswers() {
        ScannerServer.beSilent(true);
        NamelessReporter reporter = NamelessReporter.reports();
        String file = quarantined(reporter, SampleFiles.text());

        Awaitility.await()
                .during(TWO_SCANS)
                .atMost(TWO_SCANS.multipliedBy(4))
                .untilAsserted(() -> assertThat(state(reporter)).isEqualTo("QUARANTINED"));
        FileTest.download("privacy-officer", reporter.incidentId(), file)
                .then()
                .statusCode(409)
                .body("code", equalTo("FILE_IN_QUARANTINE"));

        ScannerServer.beSilent(false);
        clock.advance(Duration.ofMinutes(2));
        Awaitility.await().untilAsserted(() -> assertThat(state(reporter)).isEqualTo("CLEAN"));
    }

    private static String quarantined(NamelessReporter reporter, byte[] content) {
        return FileTest.send(reporter, "page.txt", content)
                .statusCode(201)
                .body("state", equalTo("QUARANTINED"))
                .extract()
                .path("fileId");
    }

    private static String state(NamelessReporter reporter) {
        return reporter.asks("/receipts/files/list").statusCode(200).extract().path("items[0].state");
    }
}
