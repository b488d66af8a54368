package org.candor.local.demo;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.candor.local.api.Answer;
import org.candor.local.api.Api;
import org.candor.local.api.Unexpected;

/** One officer writes what will be sent, the other approves it. */
final class Drafting implements Chapter {

    /** A text of the campaign in one language. */
    private record Text(String template, String language, String name) {

        String path(Stage stage) {
            return Counting.campaign(stage) + "/texts/" + template;
        }

        String in() {
            return "?language=" + language;
        }
    }

    private static final List<Text> TEXTS = List.of(
            new Text("4-III-B", "en", "letter"),
            new Text("4-III-B", "es", "letter"),
            new Text("4-III-C", "en", "media release"),
            new Text("substitute-posting", "en", "posting"),
            new Text("substitute-posting", "es", "posting"));

    @Override
    public String title() {
        return "The words";
    }

    @Override
    public void play(Stage stage) throws StepFailed, InterruptedException {
        Narrator narrator = stage.narrator;
        narrator.step("privacy-officer", "drafts letter, release and posting", () -> draft(stage));
        narrator.step("privacy-officer", "may not approve what she wrote", () -> approveOwn(stage));
        narrator.step("security-officer", "reads and approves them", () -> approve(stage));
    }

    private static Told draft(Stage stage) throws IOException, InterruptedException {
        for (Text text : TEXTS) {
            Object words =
                    text.language().equals("es") ? NoticeWords.spanish(stage.plot) : NoticeWords.english(stage.plot);
            Answer drafted = stage.as("privacy-officer")
                    .put(text.path(stage) + text.in(), words)
                    .expecting(200);
            Unexpected.unless(drafted.json().path("missing").isEmpty(), "nothing missing", drafted);
            Unexpected.unlessEqual(
                    "plain language", true, drafted.json().at("/reading/plain").asBoolean());
        }
        return Told.of(
                "%d texts in plain English and Spanish, nothing missing".formatted(TEXTS.size()),
                stage.link(Counting.campaign(stage) + "/texts"));
    }

    private static Told approveOwn(Stage stage) throws IOException, InterruptedException {
        Answer refusal = approve(stage, "privacy-officer", TEXTS.getFirst());
        Unexpected.unless(refusal.status() >= 400, "a refusal", refusal);
        return Told.of("%d %s".formatted(refusal.status(), refusal.text("/code")));
    }

    private static Told approve(Stage stage) throws IOException, InterruptedException {
        for (Text text : TEXTS) {
            Answer approved = approve(stage, "security-officer", text).expecting(200);
            Unexpected.unlessEqual("state of the " + text.name(), "APPROVED", approved.text("/state"));
        }
        Api officer = stage.as("privacy-officer");
        String campaign = Counting.campaign(stage);
        return Told.of(
                "frozen with their hashes",
                stage.files.keepPdf(
                        "letter-generic-4-III-B.pdf", officer.file(campaign + "/texts/4-III-B/preview.pdf")),
                stage.files.keepPdf(
                        "media-release-4-III-C.pdf", officer.file(campaign + "/texts/4-III-C/preview.pdf")));
    }

    private static Answer approve(Stage stage, String role, Text text) throws IOException, InterruptedException {
        Api officer = stage.as(role);
        String version =
                officer.get(text.path(stage) + text.in()).expecting(200).etag();
        return officer.change("POST", text.path(stage) + "/approval" + text.in(), version, Map.of());
    }
}
