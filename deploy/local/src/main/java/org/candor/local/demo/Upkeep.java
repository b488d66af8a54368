package org.candor.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.candor.local.api.Answer;
import org.candor.local.api.Api;
import org.candor.local.api.Json;
import org.candor.local.api.Patience;
import org.candor.local.api.Unexpected;
import org.candor.local.api.Versioned;

/** Policies reviewed and changed, a department assessed, a promise that is missing; the page of the month and the proof. */
final class Upkeep implements Chapter {

    private static final String DUTIES = "/audit/programme/duties";
    private static final String DEPARTMENT = "Water Works";

    @Override
    public String title() {
        return "A quarter of the Security Officer: what is kept up";
    }

    @Override
    public void play(Stage stage) throws StepFailed, InterruptedException {
        Narrator narrator = stage.narrator;
        narrator.step("security-officer", "reviews a policy and changes nothing", () -> review(stage));
        narrator.step("security-officer", "publishes a new version of another", () -> publish(stage));
        narrator.step("privacy-officer", "assesses a department and finds something", () -> assess(stage));
        narrator.step("privacy-officer", "looks whose commitment is missing", () -> lookForPromises(stage));
        narrator.step("security-officer", "opens the page of the month", () -> openMonth(stage));
        narrator.step("auditor", "verifies the proof of the quarter offline", () -> prove(stage));
    }

    /** 45 CFR 164.316(b)(2)(iii): a review is kept although nothing had to be changed. */
    private static Told review(Stage stage) throws IOException, InterruptedException {
        Versioned policy = policy(stage, "IR-01");
        // Another day than the one that was set at the beginning, so that the round that ends has a deadline of its
        // own.
        LocalDate next = stage.plot.today().plusYears(1).minusDays(1);
        policy.change(stage.as("security-officer"), "POST", "/reviews", Json.of("changed", false, "nextReviewOn", next))
                .expecting(200);
        return Told.of("kept; to be reviewed again by " + next, stage.link(policy.path()));
    }

    /** 45 CFR 164.530(b)(2)(i)(C): those who learnt it before are asked to learn it again. */
    private static Told publish(Stage stage) throws IOException, InterruptedException {
        Versioned policy = policy(stage, "RR-01");
        Api officer = stage.as("security-officer");
        JsonNode versions = policy.read(officer).json().path("versions");
        LocalDate last = LocalDate.parse(
                versions.path(versions.size() - 1).path("effectiveOn").asText());
        LocalDate effectiveOn = takesEffect(last, stage.plot.today());
        policy.change(officer, "POST", "/versions", Register.secondVersion(effectiveOn))
                .accepted();
        LocalDate dueOn = effectiveOn.plusDays(30);
        String duties = "/notification/deadlines?state=open&kind=TRAINING_POLICY_CHANGE";
        Patience.until(
                "the duty to train again by " + dueOn,
                Stage.SOON,
                () -> officer.get(duties).expecting(200).text(),
                board -> board.contains(dueOn.toString()));
        return Told.of("who learnt it before learns it again by " + dueOn, stage.link(duties));
    }

    /** The next version's first day; in a folder that is some days old the days to learn it run from today. */
    static LocalDate takesEffect(LocalDate last, LocalDate today) {
        return last.isBefore(today) ? today : last.plusDays(1);
    }

    private static Versioned policy(Stage stage, String code) throws IOException, InterruptedException {
        JsonNode known = stage.as("security-officer")
                .get(Register.PATH + "?limit=200")
                .expecting(200)
                .json();
        for (JsonNode policy : known.path("items")) {
            if (policy.path("code").asText().equals(code)) {
                return new Versioned(
                        Register.PATH + "/" + policy.path("policyId").asText());
            }
        }
        throw new Unexpected("policy " + code, known.toString());
    }

    private static Told assess(Stage stage) throws IOException, InterruptedException {
        Api officer = stage.as("privacy-officer");
        Object duty = Json.of(
                "entityId",
                Plot.ENTITY,
                "kind",
                "SAFEGUARD_ASSESSMENT",
                "subject",
                stage.plot.crew,
                "department",
                DEPARTMENT,
                "dueOn",
                stage.plot.today());
        Versioned assessment = new Versioned(
                DUTIES + "/" + officer.post(DUTIES, duty).expecting(201).text("/dutyId"));
        Object found = Json.of(
                "note",
                "A cabinet with charts stands open",
                "dueOn",
                stage.plot.today().plusDays(14));
        officer.post(assessment.path() + "/findings", found).expecting(201);
        Answer done = assessment
                .change(
                        officer,
                        "POST",
                        "/complete",
                        Json.of("evidence", "ASSESSMENT_REPORT", "note", "Walked through with the manager"))
                .expecting(200);
        return Told.of("a task in two weeks, the next assessment on " + done.text("/dueOn"), stage.link(DUTIES));
    }

    private static Told lookForPromises(Stage stage) throws IOException, InterruptedException {
        Api officer = stage.as("privacy-officer");
        officer.post(
                        "/audit/programme/commitments/texts",
                        Json.of(
                                "entityId",
                                Plot.ENTITY,
                                "wording",
                                "I keep what I learn to myself.",
                                "asksAgain",
                                true))
                .expecting(201);
        String volunteer = stage.plot.member(2);
        Object member = Json.of(
                "entityId",
                Plot.ENTITY,
                "person",
                volunteer,
                "standing",
                "VOLUNTEER",
                "department",
                DEPARTMENT,
                "joinedOn",
                stage.plot.today());
        officer.post("/audit/programme/members", member).expecting(201);
        String missing = "/audit/programme/members?missing=true";
        String list = officer.get(missing).expecting(200).text();
        Unexpected.unless(list.contains(volunteer), "the volunteer among those who have not signed", list);
        return Told.of("a volunteer's; he is reminded", stage.link(missing));
    }

    private static Told openMonth(Stage stage) throws IOException, InterruptedException {
        Api officer = stage.as("security-officer");
        Patience.until(
                "what was done in the calendar",
                Stage.SOON,
                () -> officer.get("/notification/deadlines/calendar").expecting(200),
                answer -> List.of("POLICY_REVIEW", "SAFEGUARD_ASSESSMENT", "DRILL_DUE").stream()
                        .allMatch(kind -> hasDone(answer.json(), kind)));
        byte[] page = officer.file("/notification/deadlines/calendar/month.html?lang=en");
        return Told.of("due, late and done, each with its proof", stage.files.keep("month.html", page));
    }

    private static boolean hasDone(JsonNode month, String kind) {
        return month.path("done")
                .valueStream()
                .anyMatch(duty -> duty.path("kind").asText().equals(kind));
    }

    private static Told prove(Stage stage) throws IOException, InterruptedException {
        String period = "from=%s&to=%s"
                .formatted(
                        stage.plot.today().atStartOfDay(Plot.ZONE).toInstant(),
                        stage.plot.reported.plus(Duration.ofDays(1)));
        byte[] witnessed = Patience.until(
                "a pack whose checkpoint the witness has signed",
                Stage.SOON,
                () -> stage.as("auditor").file("/audit/packs?" + period),
                Upkeep::holdsTheWitnessesKey);
        Link.OnDisk pack = stage.files.keep("quarter-proof.zip", witnessed);
        String words = Proving.verified(pack.path(), stage.plot.trailKeyFile);
        return Told.of(
                "verified, and no event of the time is missing",
                pack,
                stage.files.keep("quarter-verification.txt", words.getBytes(UTF_8)));
    }

    /** A pack brings the witness's key when the witness has signed all that it holds. */
    private static boolean holdsTheWitnessesKey(byte[] pack) {
        try (ZipInputStream files = new ZipInputStream(new ByteArrayInputStream(pack))) {
            ZipEntry file = files.getNextEntry();
            while (file != null && !file.getName().endsWith("keys/witness.txt")) {
                file = files.getNextEntry();
            }
            return file != null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
