package org.candor.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.candor.local.Checkout;
import org.candor.local.api.Answer;
import org.candor.local.api.Api;
import org.candor.local.api.Patience;
import org.candor.local.api.Unexpected;
import org.candor.local.process.Java;

/** The trail tells the whole story in order, and a stranger can check it without us. */
final class Proving implements Chapter {

    /** Facts of the story in the order in which they must stand in the trail. */
    private static final List<String> STORY = List.of(
            "report-submitted",
            "case-opened",
            "case-triaged",
            "breach-assessment-requested",
            "assessment-opened",
            "safe-to-continue-decided",
            "assessment-concluded",
            "obligations-computed",
            "campaign-opened",
            "roster-imported",
            "notice-text-approved",
            "notices-sent",
            "posting-published",
            "hhs-submitted",
            "regulator-notified",
            "media-notified",
            "form-signed",
            "recommendation-decided",
            "case-closed");

    private static final int PAGE = 200;
    private static final int NOT_YET_INTEGRATED = 409;
    private static final long SECONDS_TO_VERIFY = 60;

    @Override
    public String title() {
        return "The proof";
    }

    @Override
    public void play(Stage stage) throws StepFailed, InterruptedException {
        Narrator narrator = stage.narrator;
        narrator.step("auditor", "reads the trail of the incident", () -> readTrail(stage));
        narrator.step("auditor", "looks for gaps in it", () -> lookForGaps(stage));
        narrator.step("auditor", "verifies the closing offline", () -> verify(stage));
    }

    private static Told readTrail(Stage stage) throws IOException, InterruptedException {
        List<String> facts = Patience.until(
                "every fact of the story in its order: " + STORY,
                Stage.SOON,
                () -> facts(stage),
                seen -> inOrder(seen, STORY));
        return Told.of(
                "%d entries, the %d facts of the story in their order".formatted(facts.size(), STORY.size()),
                stage.link("/audit/entries?incidentId=" + stage.plot.incident));
    }

    /** True when the expected facts are found one after another, whatever lies between. */
    static boolean inOrder(List<String> seen, List<String> expected) {
        int found = 0;
        for (String fact : seen) {
            if (found < expected.size() && fact.equals(expected.get(found))) {
                found++;
            }
        }
        return found == expected.size();
    }

    /** By the time at which they happened: several producers have one order in the trail, and not always that of the clock. */
    private static List<String> facts(Stage stage) throws IOException, InterruptedException {
        return entries(stage).stream()
                .sorted(Comparator.comparing(
                        entry -> Instant.parse(entry.path("time").asText())))
                .map(Proving::fact)
                .toList();
    }

    static List<JsonNode> entries(Stage stage) throws IOException, InterruptedException {
        List<JsonNode> entries = new ArrayList<>();
        String next = "";
        do {
            String cursor = next.isEmpty() ? "" : "&cursor=" + next;
            Answer page = stage.as("auditor")
                    .get("/audit/entries?incidentId=" + stage.plot.incident + "&limit=" + PAGE + cursor)
                    .expecting(200);
            page.json().path("items").forEach(entries::add);
            next = page.json().path("next").isTextual() ? page.text("/next") : "";
        } while (!next.isEmpty());
        return entries;
    }

    /** {@code org.candor.investigation.case-closed.v1} is {@code case-closed}. */
    private static String fact(JsonNode entry) {
        String[] parts = entry.path("type").asText().split("\\.");
        return parts.length < 2 ? "" : parts[parts.length - 2];
    }

    private static Told lookForGaps(Stage stage) throws IOException, InterruptedException {
        JsonNode gaps =
                stage.as("auditor").get("/audit/gaps").expecting(200).json().path("items");
        Unexpected.unlessEqual("missing events", 0, gaps.size());
        return Told.of("no event is missing", stage.link("/audit/gaps"));
    }

    private static Told verify(Stage stage) throws IOException, InterruptedException {
        Api auditor = stage.as("auditor");
        String index = auditor.get("/audit/entries?type=case-closed&incidentId=" + stage.plot.incident)
                .expecting(200)
                .text("/items/0/index");
        Answer proof = Patience.until(
                "an inclusion proof",
                Stage.SOON,
                () -> auditor.get("/audit/entries/" + index + "/inclusion"),
                answer -> answer.status() != NOT_YET_INTEGRATED);
        Link.OnDisk file =
                stage.files.keep("inclusion-proof.json", proof.expecting(200).bytes());
        String words = verified(file.path(), stage.plot.trailKeyFile);
        return Told.of(
                "verified in a JVM of its own, with the key taken before",
                file,
                stage.files.keep("verification.txt", words.getBytes(StandardCharsets.UTF_8)));
    }

    /** The verifier shares no code with the service and has neither token nor network address. */
    static String verified(Path proof, Path key) throws IOException, InterruptedException {
        Path jar = Checkout.find().root().resolve("audit-service/verifier/target/candor-verify.jar");
        Process verifier = new ProcessBuilder(
                        Java.executable(), "-jar", jar.toString(), proof.toString(), "--key", key.toString())
                .redirectErrorStream(true)
                .start();
        String words = new String(verifier.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        boolean ended = verifier.waitFor(SECONDS_TO_VERIFY, TimeUnit.SECONDS);
        Unexpected.unless(ended && verifier.exitValue() == 0 && words.contains("verified"), "verified", words);
        return words;
    }
}
