package org.candor.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.candor.local.ServiceName;
import org.candor.local.api.Unexpected;

/** Looks for what was lost or done twice while processes were killed. The story's own steps have looked already. */
final class Aftermath implements Chapter {

    private static final int REPORTS = 2;

    @Override
    public String title() {
        return "Nothing lost, nothing twice";
    }

    @Override
    public void play(Stage stage) throws StepFailed, InterruptedException {
        Narrator narrator = stage.narrator;
        narrator.step("operator", "looks for dead letters", () -> lookForDeadLetters(stage));
        narrator.step("privacy-officer", "counts reports and cases", () -> countCases(stage));
        narrator.step("auditor", "looks for an event that came twice", () -> lookForRepeats(stage));
        narrator.step("the post", "counts letters by person", () -> countLetters(stage));
    }

    private static Told lookForDeadLetters(Stage stage) throws IOException, InterruptedException {
        for (ServiceName service : ServiceName.values()) {
            JsonNode letters = stage.as("operator")
                    .get("/" + service.id() + "/dead-letters")
                    .expecting(200)
                    .json()
                    .path("items");
            Unexpected.unlessEqual("dead letters of " + service.id(), 0, letters.size());
        }
        return Told.of("none in any service");
    }

    private static Told countCases(Stage stage) throws IOException, InterruptedException {
        for (String list : List.of("/intake/reports?limit=200", "/investigation/cases?limit=200")) {
            JsonNode items =
                    stage.as("privacy-officer").get(list).expecting(200).json().path("items");
            Unexpected.unlessEqual("items of " + list, REPORTS, items.size());
        }
        return Told.of(REPORTS + " reports, " + REPORTS + " cases");
    }

    private static Told lookForRepeats(Stage stage) throws IOException, InterruptedException {
        List<JsonNode> entries = Proving.entries(stage);
        Set<String> events = new HashSet<>();
        for (JsonNode entry : entries) {
            String event = entry.path("eventId").asText();
            Unexpected.unless(!event.isEmpty() && events.add(event), "each event once", entry);
        }
        return Told.of(entries.size() + " entries of as many events");
    }

    private static Told countLetters(Stage stage) throws IOException, InterruptedException {
        JsonNode batches = stage.as("privacy-officer")
                .get(Counting.campaign(stage) + "/postal-batches")
                .expecting(200)
                .json();
        Set<String> letters = new HashSet<>();
        for (JsonNode batch : batches) {
            for (Path letter :
                    Sending.letters(stage.postalFolder(batch.path("folder").asText()))) {
                Unexpected.unless(letters.add(letter.getFileName().toString()), "each letter in one batch", letter);
            }
        }
        Unexpected.unlessEqual("letters in all batches", Plot.LETTERS, letters.size());
        return Told.of(letters.size() + " letters to as many people");
    }
}
