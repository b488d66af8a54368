package org.candor.local.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.candor.local.ServiceName;
import org.candor.local.SharedStack;
import org.candor.local.Stack;
import org.candor.local.api.Api;
import org.candor.local.api.Patience;
import org.candor.local.api.Users;
import org.candor.local.keys.Keys;
import org.candor.local.tools.OfflineVerifier;
import org.candor.local.witness.WitnessProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The trail convinces a stranger, and finds what somebody with all rights does behind it. */
@ExtendWith(SharedStack.class)
class TrailIT {

    private static final String BY_THE_WITNESS = "\n\u2014 witness.candor.local ";

    @Test
    void anIncidentsPackVerifiesOfflineAndNotWithOneByteChanged(Stack stack, Users users) throws Exception {
        AssessedIncident incident = AssessedIncident.open(users);
        Path pack = pack(stack, users, incident, "assessment-opened");

        OfflineVerifier verifier = OfflineVerifier.of(stack);
        OfflineVerifier.Verdict verdict = verifier.verify(pack);
        assertThat(verdict.words())
                .contains("incident " + incident.id, "ok    cosignature by witness.candor.local")
                .endsWith("verified\n");
        assertThat(verdict.code()).isZero();

        try (ZipFile zip = new ZipFile(pack.toFile())) {
            for (String language : List.of("en", "es")) {
                byte[] pdf = zip.getInputStream(zip.getEntry("timeline." + language + ".pdf"))
                        .readAllBytes();
                assertThat(new Pdf(pdf).pictured("timeline-" + language).violations())
                        .isEmpty();
            }
        }

        verifier.findsEveryChangeOf(pack, 100);
    }

    @Test
    void theWitnessHasSignedTheNewestCheckpoint(Users users) throws Exception {
        witnessed(users);
    }

    /** As the runbook "Lost witness" says: the trail goes on and is signed, and what was missed is shown to it afterwards. */
    @Test
    void aWitnessThatWasAwaySignsWhatItMissed(Stack stack, Users users) throws Exception {
        long before = size(witnessed(users));
        stack.stop(WitnessProcess.NAME);
        long meanwhile;
        try {
            AssessedIncident incident = AssessedIncident.open(users);
            inclusion(users, entry(users, incident, "assessment-opened"));
            String alone =
                    users.as("auditor").get("/audit/checkpoint").expecting(200).text();
            meanwhile = size(alone);
            assertThat(meanwhile).isGreaterThan(before);
            assertThat(alone).contains("\n\u2014 candor.local/trail/").doesNotContain(BY_THE_WITNESS);
            Patience.until(
                    "seconds without a witness",
                    AssessedIncident.SOON,
                    () -> gauge(stack, "candor_trail_unwitnessed_seconds"),
                    seconds -> seconds > 0);
            assertThat(gauge(stack, "candor_trail_witness_refuses")).isZero();
            assertThat(gauge(stack, "candor_trail_signing_stopped")).isZero();
        } finally {
            stack.restart(WitnessProcess.NAME);
        }
        assertThat(size(witnessed(users))).isGreaterThanOrEqualTo(meanwhile);
        Patience.until(
                "no second without a witness",
                AssessedIncident.SOON,
                () -> gauge(stack, "candor_trail_unwitnessed_seconds"),
                seconds -> seconds == 0);
        assertThat(gauge(stack, "candor_trail_witness_refuses")).isZero();
        assertThat(check(users.as("auditor")).path("holds").asBoolean()).isTrue();
    }

    @Test
    void anEditOfASuperuserIsFoundAndNamed(Stack stack, Users users) throws Exception {
        AssessedIncident incident = AssessedIncident.open(users);
        Api auditor = users.as("auditor");
        String index = entry(users, incident, "case-opened");
        inclusion(users, index);
        try (Connection superuser = superuser(stack);
                Statement statement = superuser.createStatement()) {
            String edit = "update trail.entry set bytes = set_byte(bytes, 30, get_byte(bytes, 30) # 1) where index = "
                    + index;
            statement.execute("alter table trail.entry disable trigger refuse_change");
            statement.execute(edit);
            try {
                JsonNode found = check(auditor);
                assertThat(found.path("holds").asBoolean()).isFalse();
                assertThat(found.path("firstBadIndex").asText()).isEqualTo(index);
            } finally {
                statement.execute(edit);
                statement.execute("alter table trail.entry enable always trigger refuse_change");
            }
            assertThat(check(auditor).path("holds").asBoolean()).isTrue();
        }
    }

    private static String entry(Users users, AssessedIncident incident, String type) throws Exception {
        return Patience.until(
                        type + " in the trail",
                        AssessedIncident.SOON,
                        () -> users.as("auditor").get("/audit/entries?incidentId=" + incident.id + "&type=" + type),
                        answer -> answer.json().at("/items/0/index").isNumber())
                .text("/items/0/index");
    }

    private static void inclusion(Users users, String index) throws Exception {
        Patience.until(
                "a signed checkpoint over it",
                AssessedIncident.SOON,
                () -> users.as("auditor").get("/audit/entries/" + index + "/inclusion"),
                answer -> answer.status() == 200);
    }

    private static String witnessed(Users users) throws Exception {
        return Patience.until(
                        "a checkpoint that the witness has signed",
                        AssessedIncident.SOON,
                        () -> users.as("auditor").get("/audit/checkpoint"),
                        answer -> answer.text().contains(BY_THE_WITNESS))
                .text();
    }

    /** The second line of a checkpoint. */
    private static long size(String checkpoint) {
        return Long.parseLong(checkpoint.lines().skip(1).findFirst().orElseThrow());
    }

    /** As Prometheus sees it, past the proxy. */
    private static double gauge(Stack stack, String name) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(stack.management(ServiceName.AUDIT) + "/q/metrics"))
                .build();
        try (HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return http.send(request, HttpResponse.BodyHandlers.ofString())
                    .body()
                    .lines()
                    .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static JsonNode check(Api auditor) throws IOException, InterruptedException {
        return auditor.post("/audit/self-check", Map.of()).expecting(200).json();
    }

    private static Path pack(Stack stack, Users users, AssessedIncident incident, String last) throws Exception {
        entry(users, incident, last);
        byte[] bytes = users.as("auditor").file("/audit/packs?incidentId=" + incident.id);
        return Files.write(stack.layout().root().resolve("pack.zip"), bytes);
    }

    private static Connection superuser(Stack stack) throws Exception {
        return DriverManager.getConnection(
                "jdbc:postgresql://" + stack.postgres() + "/audit",
                "postgres",
                new Keys(stack.layout().keys()).password("postgres"));
    }
}
