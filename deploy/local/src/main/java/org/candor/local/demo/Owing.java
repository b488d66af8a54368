package org.candor.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.candor.local.api.Answer;
import org.candor.local.api.Patience;
import org.candor.local.api.Unexpected;

/** Who must be told, by when, and why. */
final class Owing implements Chapter {

    private static final int DAYS_FOR_INDIVIDUALS = 60;

    @Override
    public String title() {
        return "What is owed";
    }

    @Override
    public void play(Stage stage) throws StepFailed, InterruptedException {
        Narrator narrator = stage.narrator;
        narrator.step("privacy-officer", "sees what is owed to individuals", () -> individuals(stage));
        narrator.step("privacy-officer", "sees what is owed to HHS", () -> hhs(stage));
        narrator.step("privacy-officer", "sees what is owed to the media", () -> media(stage));
        narrator.step("privacy-officer", "sees what is owed to a regulator", () -> regulator(stage));
    }

    /** All duties of the breach as they stand now. */
    static JsonNode all(Stage stage) throws IOException, InterruptedException {
        return stage.as("privacy-officer")
                .get(path(stage))
                .expecting(200)
                .json()
                .path("obligations");
    }

    /** The duties of that kind. */
    static List<JsonNode> of(JsonNode duties, String kind) {
        List<JsonNode> found = new ArrayList<>();
        duties.forEach(duty -> {
            if (duty.path("kind").asText().equals(kind)) {
                found.add(duty);
            }
        });
        return found;
    }

    static JsonNode only(JsonNode duties, String kind) {
        List<JsonNode> found = of(duties, kind);
        Unexpected.unless(found.size() == 1, "one " + kind, found);
        return found.getFirst();
    }

    static LocalDate due(JsonNode duty) {
        return LocalDate.parse(duty.path("due").asText());
    }

    static String path(Stage stage) {
        return "/breach/breaches/" + stage.plot.incident + "/obligations";
    }

    private static Told individuals(Stage stage) throws IOException, InterruptedException {
        Answer computed = Patience.until(
                "obligations of the breach",
                Stage.SOON,
                () -> stage.as("privacy-officer").get(path(stage)),
                answer -> answer.status() == 200
                        && !answer.json().path("obligations").isEmpty());
        JsonNode duty = only(computed.json().path("obligations"), "INDIVIDUAL_NOTICE");
        Unexpected.unlessEqual(
                "last day for the letters", stage.plot.discoveredOn().plusDays(DAYS_FOR_INDIVIDUALS), due(duty));
        return told(duty, stage);
    }

    private static Told hhs(Stage stage) throws IOException, InterruptedException {
        JsonNode duty = only(all(stage), "HHS_NOTICE");
        Unexpected.unlessEqual("track", "CONTEMPORANEOUS", duty.path("track").asText());
        stage.plot.hhsDue = due(duty);
        return told(duty, stage);
    }

    private static Told media(Stage stage) throws IOException, InterruptedException {
        JsonNode duty = only(all(stage), "MEDIA_NOTICE");
        Unexpected.unlessEqual(
                "only jurisdiction", "WI", duty.path("jurisdiction").asText());
        return told(duty, stage);
    }

    private static Told regulator(Stage stage) throws IOException, InterruptedException {
        JsonNode duty = only(all(stage), "STATE_REGULATOR_NOTICE");
        Unexpected.unlessEqual("jurisdiction", "IL", duty.path("jurisdiction").asText());
        stage.plot.illinoisNotice = UUID.fromString(duty.path("obligationId").asText());
        stage.plot.illinoisDue = due(duty);
        Unexpected.unless(
                stage.plot.illinoisDue.isAfter(stage.plot.hhsDue), "a day after " + stage.plot.hhsDue, due(duty));
        return told(duty, stage);
    }

    private static Told told(JsonNode duty, Stage stage) {
        return Told.of(
                "due %s (%s): %s"
                        .formatted(
                                due(duty),
                                duty.path("citation").asText(),
                                duty.path("reason").asText()),
                stage.link(path(stage)));
    }
}
