package org.candor.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.candor.local.api.Answer;
import org.candor.local.api.Json;
import org.candor.local.api.Unexpected;

/**
 * The technical phases. The help desk began when the clerk called, so the measures lie between her call and her
 * written report; they are recorded with the times at which they were taken.
 */
final class Containing implements Chapter {

    private static final Duration EACH = Duration.ofMinutes(15);

    /** A measure that was taken. */
    private record Measure(String step, String result) {}

    private static final List<Measure> UP_TO_CAPTURE = List.of(
            new Measure("C-01", "The reporting team's lead and a forensic technician"),
            new Measure("C-02", "Yes, of the job server and the mail gateway"),
            new Measure("C-03", "The export account and the gateway's route are blocked"),
            new Measure("C-04", "Removal agreed; two other reports will be late"),
            new Measure("C-05", "Memory image and open connections of the job server"));

    private static final List<Measure> UP_TO_SAFETY = List.of(
            new Measure("C-06", "The server room is locked; only the response team has the key"),
            new Measure("C-08", "Taken off the network, left running as it was"),
            new Measure("C-09", "Image, mail log and job definition, hashed, in the evidence safe"),
            new Measure("C-10", "The service account of the job is disabled"),
            new Measure("C-11", "Nobody from outside was on the server; a backup is sound"),
            new Measure("C-12a", "Full backup of the job server"),
            new Measure("C-12b", "Encrypted, entered in the media log"),
            new Measure("C-13", "Passwords of the job and of the gateway are new"));

    private static final List<Measure> AFTER_SAFETY = List.of(
            new Measure("C-14", "The scheduler is stopped for all exports"),
            new Measure("C-15a", "The department's supervisors, nobody else"),
            new Measure("C-15b", "Supervisors told by telephone"),
            new Measure("C-16", "Told of scope and recipients"));

    private static final List<Measure> ERADICATION = List.of(
            new Measure("E-01", "The recipient list still held a vendor whose contract has ended"),
            new Measure("E-02", "Exports go to an encrypted share only; mail is no target any more"),
            new Measure("E-03", "Recipient lists entered in the risk register"),
            new Measure("E-04", "Scan and test export: nothing leaves by mail"),
            new Measure("E-05", "Told that the cause is removed"),
            new Measure("E-06", "Nothing found that would change the answer of triage"));

    private static final List<Measure> RECOVERY = List.of(
            new Measure("V-01", "Changed only by us"),
            new Measure("V-02", "Restored with a clean recipient list; the department has validated it"),
            new Measure("V-03", "Runs again, watched for a full cycle"),
            new Measure("V-05", "Current baseline applied"),
            new Measure("V-06", "No open finding"),
            new Measure("V-07", "An export by mail now raises an alert"),
            new Measure("V-08", "Told that the job is in service again"));

    private Instant next;

    @Override
    public String title() {
        return "Containment, eradication, recovery";
    }

    @Override
    public void play(Stage stage) throws StepFailed, InterruptedException {
        next = stage.plot.learned.plus(EACH);
        Narrator narrator = stage.narrator;
        narrator.step("security-officer", "records the first measures", () -> record(stage, UP_TO_CAPTURE));
        narrator.step("security-officer", "is kept from a wrong order", () -> breakOrder(stage));
        narrator.step("security-officer", "records the isolation and what follows", () -> record(stage, UP_TO_SAFETY));
        narrator.step("security-officer", "decides: not safe to continue", () -> decideSafety(stage));
        narrator.step("security-officer", "stops the job for good", () -> record(stage, AFTER_SAFETY));
        narrator.step("administrator", "approves that supervisors were alerted", () -> approveAlert(stage));
        narrator.step("security-officer", "ends containment", () -> complete(stage, "CONTAINMENT", "ERADICATION"));
        narrator.step("security-officer", "removes the cause", () -> record(stage, ERADICATION));
        narrator.step("security-officer", "ends eradication", () -> complete(stage, "ERADICATION", "RECOVERY"));
        narrator.step("security-officer", "brings the job back", () -> recover(stage));
        narrator.step("security-officer", "ends recovery", () -> complete(stage, "RECOVERY", "FORMS"));
    }

    private Told record(Stage stage, List<Measure> measures) throws IOException, InterruptedException {
        Instant from = next;
        for (Measure measure : measures) {
            post(stage, done(measure)).expecting(201);
            next = next.plus(EACH);
        }
        return Told.of(
                "%d measures, %s to %s".formatted(measures.size(), Days.time(from), Days.time(next)),
                stage.link(stage.plot.investigation.path()));
    }

    /** What is in memory is lost when the system is frozen, so a capture that began later can't be recorded. */
    private Told breakOrder(Stage stage) throws IOException, InterruptedException {
        Instant beforeCapture = stage.plot.learned.plus(EACH);
        Answer refusal = post(
                        stage,
                        Json.of(
                                "step", "C-08",
                                "outcome", "DONE",
                                "startedAt", beforeCapture,
                                "endedAt", beforeCapture.plus(EACH),
                                "result", "Taken off the network"))
                .expecting(409);
        JsonNode rules = refusal.json().path("missing");
        Unexpected.unless(
                rules.toString().contains("volatile-data-before-freezing"), "the rule that was broken", refusal);
        return Told.of("409: " + rules.get(0).asText());
    }

    private static Told decideSafety(Stage stage) throws IOException, InterruptedException {
        stage.plot
                .investigation
                .change(
                        stage.as("security-officer"),
                        "POST",
                        "/safe-to-continue",
                        Json.of("safe", false, "reason", "The job would send the list again tonight"))
                .expecting(200);
        return Told.of("the job would send again tonight");
    }

    /** Who records an alert to users does not approve it. */
    private static Told approveAlert(Stage stage) throws IOException, InterruptedException {
        Answer seen =
                stage.as("administrator").get(stage.plot.investigation.path()).expecting(200);
        for (JsonNode entry : seen.json().path("steps")) {
            if (entry.path("step").asText().equals("C-15b")) {
                String approval = "/steps/" + entry.path("id").asText() + "/approval";
                Object reason = Json.of("reason", "Only supervisors were told, by telephone");
                stage.plot
                        .investigation
                        .change(stage.as("administrator"), "POST", approval, reason)
                        .expecting(200);
            }
        }
        return Told.of("nobody approves what he recorded himself");
    }

    private Told recover(Stage stage) throws IOException, InterruptedException {
        Told told = record(stage, RECOVERY);
        post(
                        stage,
                        Json.of(
                                "step", "V-04",
                                "outcome", "NOT_APPLICABLE",
                                "result", "The server was restored, see V-02 and V-03"))
                .expecting(201);
        return told;
    }

    private static Told complete(Stage stage, String phase, String next) throws IOException, InterruptedException {
        Answer completed = stage.plot
                .investigation
                .change(stage.as("security-officer"), "POST", "/phases/" + phase + "/completion", Map.of())
                .expecting(200);
        Unexpected.unlessEqual("phase", next, completed.text("/phase"));
        return Told.of("now in " + next.toLowerCase(java.util.Locale.ROOT));
    }

    private Object done(Measure measure) {
        return Json.of(
                "step", measure.step(),
                "outcome", "DONE",
                "startedAt", next,
                "endedAt", next.plus(EACH),
                "result", measure.result());
    }

    private static Answer post(Stage stage, Object body) throws IOException, InterruptedException {
        return stage.plot.investigation.change(stage.as("security-officer"), "POST", "/steps", body);
    }
}
