package org.candor.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.candor.local.api.Answer;
import org.candor.local.api.Json;
import org.candor.local.api.Unexpected;

/** Between incidents: a crew comes into the list, is asked to learn, and one of its people has let a course lapse. */
final class Learning implements Chapter {

    static final String ROOT = "/investigation/readiness";

    private static final int CREW = 3;

    @Override
    public String title() {
        return "A quarter of the Security Officer: who is trained";
    }

    @Override
    public void play(Stage stage) throws StepFailed, InterruptedException {
        Narrator narrator = stage.narrator;
        narrator.step("security-officer", "says what a field crew has to learn", () -> adopt(stage));
        narrator.step("security-officer", "imports the list of the crew", () -> importPeople(stage));
        narrator.step("security-officer", "imports what they have completed", () -> importTrainings(stage));
        narrator.step("security-officer", "reads who stands where", () -> report(stage));
    }

    private static Told adopt(Stage stage) throws IOException, InterruptedException {
        String path = ROOT + "/curricula/" + stage.plot.crew;
        Object asked = Json.of("entityId", Plot.ENTITY, "courses", List.of("PRIVACY", "SAFEGUARDS"), "withinDays", 30);
        stage.as("security-officer").change("PUT", path, "*", asked).expecting(200);
        return Told.of("privacy and safeguards, within 30 days", stage.link(path + "?entityId=" + Plot.ENTITY));
    }

    private static Told importPeople(Stage stage) throws IOException, InterruptedException {
        StringBuilder list = new StringBuilder("person,department,role,joined_on\n");
        for (int member = 1; member <= CREW; member++) {
            list.append("%s,Water Works,%s,%s\n"
                    .formatted(
                            stage.plot.member(member),
                            stage.plot.crew,
                            stage.plot.today().minusYears(2)));
        }
        imported(stage, "people", list, CREW);
        return Told.of(CREW + " people, after a dry run", stage.link(ROOT + "/people?entityId=" + Plot.ENTITY));
    }

    private static Told importTrainings(Stage stage) throws IOException, InterruptedException {
        LocalDate recent = stage.plot.today().minusDays(30);
        LocalDate lapsed = stage.plot.today().minusDays(400);
        StringBuilder list = new StringBuilder("person,course,completed_on\n");
        for (int member = 1; member <= CREW; member++) {
            list.append("%s,PRIVACY,%s\n".formatted(stage.plot.member(member), recent));
            list.append("%s,SAFEGUARDS,%s\n".formatted(stage.plot.member(member), member == 1 ? lapsed : recent));
        }
        imported(stage, "trainings", list, 2 * CREW);
        return Told.of("one course of one of them has lapsed");
    }

    private static void imported(Stage stage, String what, StringBuilder list, int rows)
            throws IOException, InterruptedException {
        String path = ROOT + "/imports/" + what + "?entityId=" + Plot.ENTITY + "&dryRun=";
        for (boolean dryRun : List.of(true, false)) {
            Answer taken = stage.as("security-officer")
                    .upload(path + dryRun, "text/csv", list.toString().getBytes(UTF_8))
                    .expecting(200);
            Unexpected.unlessEqual(
                    "rows added", rows, taken.json().path("added").asInt());
        }
    }

    private static Told report(Stage stage) throws IOException, InterruptedException {
        byte[] csv = stage.as("security-officer").file(ROOT + "/report.csv?entityId=" + Plot.ENTITY);
        String text = new String(csv, UTF_8);
        Unexpected.unless(text.contains(stage.plot.member(1)) && text.contains(",LAPSED,"), "the lapsed course", text);
        return Told.of("by department, person and course", stage.files.keep("training-report.csv", csv));
    }
}
