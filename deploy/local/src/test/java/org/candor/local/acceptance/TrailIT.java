package org.candor.local.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipFile;
import org.candor.local.Checkout;
import org.candor.local.SharedStack;
import org.candor.local.Stack;
import org.candor.local.api.Api;
import org.candor.local.api.Patience;
import org.candor.local.api.Users;
import org.candor.local.keys.Keys;
import org.candor.local.process.Java;
import org.candor.local.witness.WitnessProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The trail convinces a stranger, and finds what somebody with all rights does behind it. */
@ExtendWith(SharedStack.class)
class TrailIT {

    private record Verdict(int code, String words) {}

    @Test
    void anIncidentsPackVerifiesOfflineAndNotWithOneByteChanged(Stack stack, Users users) throws Exception {
        AssessedIncident incident = AssessedIncident.open(users);
        Path pack = pack(stack, users, incident, "assessment-opened");

        Verdict verdict = verify(stack, pack);
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

        byte[] good = Files.readAllBytes(pack);
        Random random = new Random(3);
        for (int i = 0; i < 12; i++) {
            byte[] bad = good.clone();
            bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
            Path changed = Files.write(pack.resolveSibling("changed.zip"), bad);
            assertThat(verify(stack, changed).code()).isIn(1, 2);
        }
    }

    @Test
    void theWitnessHasSignedTheNewestCheckpoint(Users users) throws Exception {
        Api auditor = users.as("auditor");
        Patience.until(
                "a checkpoint that the witness has signed",
                AssessedIncident.SOON,
                () -> auditor.get("/audit/checkpoint"),
                answer -> answer.text().contains("\n\u2014 witness.candor.local "));
    }

    @Test
    void anEditOfASuperuserIsFoundAndNamed(Stack stack, Users users) throws Exception {
        AssessedIncident incident = AssessedIncident.open(users);
        Api auditor = users.as("auditor");
        String index = Patience.until(
                        "an entry of the incident under a checkpoint",
                        AssessedIncident.SOON,
                        () -> auditor.get("/audit/entries?incidentId=" + incident.id + "&type=case-opened"),
                        answer -> answer.json().at("/items/0/index").isNumber())
                .text("/items/0/index");
        Patience.until(
                "a signed checkpoint over it",
                AssessedIncident.SOON,
                () -> auditor.get("/audit/entries/" + index + "/inclusion"),
                answer -> answer.status() == 200);
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

    private static JsonNode check(Api auditor) throws IOException, InterruptedException {
        return auditor.post("/audit/self-check", Map.of()).expecting(200).json();
    }

    private static Path pack(Stack stack, Users users, AssessedIncident incident, String last) throws Exception {
        Api auditor = users.as("auditor");
        Patience.until(
                last + " in the trail",
                AssessedIncident.SOON,
                () -> auditor.get("/audit/entries?incidentId=" + incident.id + "&type=" + last),
                answer -> answer.json().path("items").size() > 0);
        byte[] bytes = auditor.file("/audit/packs?incidentId=" + incident.id);
        return Files.write(stack.layout().root().resolve("pack.zip"), bytes);
    }

    /** In a process of its own, with the keys that their owners keep. */
    private static Verdict verify(Stack stack, Path pack) throws Exception {
        List<String> command = new ArrayList<>(List.of(Java.executable(), "-jar"));
        command.add(Checkout.find()
                .root()
                .resolve("audit-service/verifier/target/candor-verify.jar")
                .toString());
        command.add(pack.toString());
        command.addAll(List.of(
                "--key", new Keys(stack.layout().keys()).trailPublicKey().toString()));
        command.addAll(
                List.of("--witness", WitnessProcess.publicKey(stack.layout()).toString()));
        Process verifier = new ProcessBuilder(command).redirectErrorStream(true).start();
        String words = new String(verifier.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(verifier.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Verdict(verifier.exitValue(), words);
    }

    private static Connection superuser(Stack stack) throws Exception {
        return DriverManager.getConnection(
                "jdbc:postgresql://" + stack.postgres() + "/audit",
                "postgres",
                new Keys(stack.layout().keys()).password("postgres"));
    }
}
