package org.candor.local.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.candor.local.api.Answer;
import org.candor.local.api.Api;
import org.candor.local.api.Json;
import org.candor.local.api.Patience;
import org.candor.local.api.Unexpected;
import org.candor.local.api.Versioned;

/** A drill runs through the same machine as an incident; whose training has lapsed is not let near it until he did it again. */
final class Rehearsing implements Chapter {

    private static final String DRILLS = Learning.ROOT + "/drills";

    @Override
    public String title() {
        return "A quarter of the Security Officer: the drill";
    }

    @Override
    public void play(Stage stage) throws StepFailed, InterruptedException {
        Narrator narrator = stage.narrator;
        narrator.step("security-officer", "plans a drill that comes again every year", () -> plan(stage));
        narrator.step("privacy-officer", "reports the exercise", () -> report(stage));
        narrator.step("security-officer", "assigns a member of the crew", () -> refuse(stage));
        narrator.step("security-officer", "records the course once it was done again", () -> assign(stage));
        narrator.step("privacy-officer", "works the exercise to its end", () -> work(stage));
        narrator.step("security-officer", "concludes the drill with what it showed", () -> conclude(stage));
    }

    private static Told plan(Stage stage) throws IOException, InterruptedException {
        Object plan = Json.of(
                "entityId",
                Plot.ENTITY,
                "scenario",
                "A tablet of the water works is lost",
                "dueOn",
                stage.plot.today().plusDays(5),
                "everyMonths",
                12);
        Answer planned = stage.as("security-officer").post(DRILLS, plan).expecting(201);
        stage.plot.drill = new Versioned(DRILLS + "/" + planned.text("/id"));
        return Told.of("due " + planned.text("/dueOn"), stage.link(stage.plot.drill.path()));
    }

    private static Told report(Stage stage) throws IOException, InterruptedException {
        Object exercise = Json.of(
                "entityId",
                Plot.ENTITY,
                "kind",
                "OTHER_CONCERN",
                "relation",
                "WORKFORCE",
                "channel",
                "ONLINE",
                "learnedAt",
                stage.plot.reported.minus(Duration.ofHours(1)),
                "phiPossible",
                false,
                "drill",
                true,
                "narrative",
                "Exercise: a tablet was left on a bus.");
        UUID incident = stage.as("privacy-officer")
                .post("/intake/reports", exercise)
                .expecting(201)
                .id("/incidentId");
        stage.plot.exercise = new Versioned("/investigation/cases/" + incident);
        Patience.until(
                "the case of the exercise",
                Stage.SOON,
                () -> stage.as("security-officer").get(stage.plot.exercise.path()),
                answer -> answer.status() == 200);
        stage.plot
                .drill
                .change(stage.as("security-officer"), "POST", "/run", Json.of("incident", incident))
                .expecting(200);
        return Told.of("marked as an exercise from its birth", stage.link(stage.plot.exercise.path()));
    }

    /** Ready in everything that policy I.A.3.b itself asks for, and yet not let near it. */
    private static Told refuse(Stage stage) throws IOException, InterruptedException {
        Api officer = stage.as("security-officer");
        Object member = Json.of(
                "entityId",
                Plot.ENTITY,
                "active",
                true,
                "areas",
                List.of("FORENSICS"),
                "authorisedUntil",
                stage.plot.today().plusYears(1));
        officer.change("PUT", Learning.ROOT + "/team/" + stage.plot.member(1), "*", member)
                .expecting(200);
        complete(stage, "INCIDENT_RESPONSE");
        Answer refused = officer.post(stage.plot.exercise.path() + "/assignments", assignment(stage))
                .expecting(409);
        Unexpected.unlessEqual("why not", "TRAINING_LAPSED", refused.text("/code"));
        return Told.of("refused: " + refused.text("/missing/0"));
    }

    private static Told assign(Stage stage) throws IOException, InterruptedException {
        complete(stage, "SAFEGUARDS");
        stage.as("security-officer")
                .post(stage.plot.exercise.path() + "/assignments", assignment(stage))
                .expecting(201);
        return Told.of("assigned", stage.link(stage.plot.exercise.path() + "/assignments"));
    }

    private static Object assignment(Stage stage) {
        return Json.of("person", stage.plot.member(1), "area", "FORENSICS");
    }

    private static void complete(Stage stage, String course) throws IOException, InterruptedException {
        Object done = Json.of("entityId", Plot.ENTITY, "course", course, "completedOn", stage.plot.today());
        stage.as("security-officer")
                .post(Learning.ROOT + "/people/" + stage.plot.member(1) + "/trainings", done)
                .expecting(201);
    }

    private static Told work(Stage stage) throws IOException, InterruptedException {
        Versioned exercise = stage.plot.exercise;
        Api officer = stage.as("privacy-officer");
        Object triage = Json.of(
                "privacy", false,
                "security", false,
                "phiMayBeInvolved", false,
                "improperUseOrDisclosure", false,
                "cyberRelated", false,
                "reason", "As the scenario says");
        exercise.change(officer, "POST", "/triage", triage).expecting(200);
        exercise.change(officer, "PUT", "/documentation", CaseReview.exerciseDocumentation(stage.plot))
                .accepted();
        exercise.change(officer, "POST", "/phases/FORMS/completion", Map.of()).accepted();
        exercise.change(officer, "PUT", "/follow-up", CaseReview.exerciseFollowUp(stage.plot))
                .accepted();
        Answer closed = exercise.change(officer, "POST", "/closure", Map.of()).accepted();
        Unexpected.unlessEqual("phase", "CLOSED", closed.text("/phase"));
        return Told.of("closed, and in no count of incidents", stage.link(exercise.path()));
    }

    private static Told conclude(Stage stage) throws IOException, InterruptedException {
        Api officer = stage.as("security-officer");
        Object finding = Json.of(
                "text", "Nobody at night knew whom to call",
                "owner", "SECURITY_OFFICER",
                "dueOn", stage.plot.today().plusDays(30));
        stage.plot.drill.change(officer, "POST", "/findings", finding).expecting(200);
        Answer ended = stage.plot
                .drill
                .change(officer, "POST", "/conclusion", Json.of("text", "Locked from afar within the hour"))
                .expecting(200);
        Unexpected.unlessEqual("state", "CONCLUDED", ended.text("/state"));
        String next =
                officer.get(DRILLS + "/" + ended.text("/next")).expecting(200).text("/dueOn");
        return Told.of("a finding with its day; the next one is due " + next, stage.link(stage.plot.drill.path()));
    }
}
