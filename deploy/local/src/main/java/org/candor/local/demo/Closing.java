package org.candor.local.demo;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.candor.local.api.Answer;
import org.candor.local.api.Api;
import org.candor.local.api.Json;
import org.candor.local.api.Unexpected;
import org.candor.local.api.Versioned;

/** Forms, review, approval, closure. The posting runs on. */
final class Closing implements Chapter {

    @Override
    public String title() {
        return "Follow-up and closure";
    }

    @Override
    public void play(Stage stage) throws StepFailed, InterruptedException {
        Narrator narrator = stage.narrator;
        narrator.step("privacy-officer", "writes the documentation", () -> document(stage));
        narrator.step("both officers", "sign their forms", () -> sign(stage));
        narrator.step("privacy-officer", "writes lessons learned", () -> review(stage));
        narrator.step("administrator", "approves what was recommended; it is carried out", () -> recommend(stage));
        narrator.step("privacy-officer", "closes the case", () -> close(stage));
        narrator.step(
                "privacy-officer", "assesses the second report, which speaks of PHI", () -> SecondReport.assess(stage));
        narrator.step("privacy-officer", "closes the second report's case", () -> SecondReport.close(stage));
        narrator.step("anybody", "still reads the posting", () -> readPosting(stage));
    }

    private static Told document(Stage stage) throws IOException, InterruptedException {
        change(stage, "privacy-officer", "PUT", "/documentation", CaseReview.documentation(stage.plot));
        return Told.of("nine items", stage.link(stage.plot.investigation.path()));
    }

    private static Told sign(Stage stage) throws IOException, InterruptedException {
        Versioned file = stage.plot.investigation;
        change(stage, "privacy-officer", "POST", "/forms/4-I-A/signature", Map.of());
        change(stage, "security-officer", "POST", "/forms/4-I-B/signature", Map.of());
        Answer followUp = change(stage, "privacy-officer", "POST", "/phases/FORMS/completion", Map.of());
        Unexpected.unlessEqual("phase", "FOLLOW_UP", followUp.text("/phase"));
        Api officer = stage.as("privacy-officer");
        return Told.of(
                "privacy form 4-I-A, security form 4-I-B",
                stage.files.keepPdf("form-4-I-A.pdf", officer.file(file.path() + "/forms/4-I-A.pdf")),
                stage.files.keepPdf("form-4-I-B.pdf", officer.file(file.path() + "/forms/4-I-B.pdf")));
    }

    private static Told review(Stage stage) throws IOException, InterruptedException {
        change(stage, "privacy-officer", "PUT", "/follow-up", CaseReview.followUp(stage.plot));
        byte[] lessons =
                stage.as("privacy-officer").file(stage.plot.investigation.path() + "/forms/4-I-A/lessons-learned.pdf");
        return Told.of("cost, impact, handling, improvements", stage.files.keepPdf("lessons-learned.pdf", lessons));
    }

    private static Told recommend(Stage stage) throws IOException, InterruptedException {
        UUID recommendation = change(
                        stage,
                        "security-officer",
                        "POST",
                        "/recommendations",
                        Map.of("text", "Encrypt every export that leaves the network"))
                .id("/id");
        change(
                stage,
                "administrator",
                "POST",
                "/recommendations/" + recommendation + "/decision",
                Json.of("approved", true, "reason", "To be paid from the reserve"));
        UUID task = change(
                        stage,
                        "privacy-officer",
                        "POST",
                        "/tasks",
                        Json.of(
                                "text",
                                "Turn on encryption in the export job",
                                "recommendationId",
                                recommendation,
                                "owner",
                                "SECURITY_OFFICER",
                                "dueOn",
                                stage.plot.today().plusDays(30)))
                .id("/id");
        change(
                stage,
                "security-officer",
                "POST",
                "/tasks/" + task + "/completion",
                Map.of("reason", "Change 2231, tested"));
        return Told.of(
                "recommended by the security officer, approved, done with proof",
                stage.link(stage.plot.investigation.path()));
    }

    private static Told close(Stage stage) throws IOException, InterruptedException {
        Versioned file = stage.plot.investigation;
        Api officer = stage.as("privacy-officer");
        Answer closed = file.change(officer, "POST", "/closure", Map.of()).accepted();
        Unexpected.unlessEqual("phase", "CLOSED", closed.text("/phase"));
        byte[] timeline = officer.file(file.path() + "/timeline.svg");
        return Told.of("closed", stage.files.keep("timeline.svg", timeline));
    }

    private static Told readPosting(Stage stage) throws IOException, InterruptedException {
        stage.withoutToken().get(URI.create(stage.plot.posting).getPath()).expecting(200);
        return Told.of("it stands its 90 days", new Link.Page(URI.create(stage.plot.posting)));
    }

    private static Answer change(Stage stage, String role, String method, String below, Object body)
            throws IOException, InterruptedException {
        return stage.plot
                .investigation
                .change(stage.as(role), method, below, body)
                .accepted();
    }
}
