package org.candor.local.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.candor.local.acceptance.CaseFiles.PRIVACY;
import static org.candor.local.acceptance.CaseFiles.SECURITY;
import static org.candor.local.acceptance.CaseFiles.SOON;
import static org.candor.local.acceptance.CaseFiles.ZONE;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.candor.local.SharedStack;
import org.candor.local.Stack;
import org.candor.local.api.Answer;
import org.candor.local.api.Json;
import org.candor.local.api.Mailbox;
import org.candor.local.api.Patience;
import org.candor.local.api.Users;
import org.candor.local.api.Versioned;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An exercise goes through the same machine to its end, and no number and no agency learns of it (policy I.A.2). */
@ExtendWith(SharedStack.class)
class DrillIT {

    @Test
    void runsToItsEndOutsideOfEveryCountAndNothingOfItLeaves(Users users, Stack stack) throws Exception {
        Mailbox mails = Mailbox.from(stack.mailDirectory());
        CaseFiles files = CaseFiles.drill(users);
        assertThat(files.read().json().at("/summary/drill").asBoolean()).isTrue();
        assertAbsent(files);
        Versioned drill = planned(files);

        files.triageCyber(false);
        files.work();
        files.decideSafe(true);
        files.complete("CONTAINMENT");
        rehearse(files);
        String task = onTheBoard(files);
        files.document("anonymous");
        files.sign(SECURITY, "4-I-B");
        files.complete("FORMS");
        files.review();
        files.post(SECURITY, "/tasks/" + task + "/completion", Json.of("reason", "Done, as an exercise"))
                .expecting(200);
        assertThat(files.toClose()).isEmpty();
        files.post(PRIVACY, "/closure", Map.of()).expecting(200);
        concluded(files, drill);

        assertAbsent(files);
        assertThat(text(files, "/worklists/drills?limit=200")).contains(files.incident.toString());
        onlyOfficersAreMailedAndToldThatItIsAnExercise(files, mails, stack);
        files.keep("drill-case-file.pdf", files.as(PRIVACY).file(files.path("/case-file.pdf")));
    }

    /** Nobody outside may set the flag, and it never changes afterwards. */
    @Test
    void isMarkedAtBirthByAnOfficerOnly(Users users) throws Exception {
        Answer refused = users.as("workforce")
                .post(
                        "/intake/reports",
                        Json.of(
                                "entityId", "larkspur-falls",
                                "kind", "SECURITY_INCIDENT",
                                "relation", "WORKFORCE",
                                "channel", "ONLINE",
                                "phiPossible", false,
                                "drill", true,
                                "narrative", "Only a game"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/code")).isEqualTo("DRILL_NOT_ALLOWED");
    }

    /** The drill that the programme asks for, run through this case. */
    private static Versioned planned(CaseFiles files) throws IOException, InterruptedException {
        Object plan = Json.of(
                "entityId",
                "larkspur-falls",
                "scenario",
                "Files on the file server can't be opened",
                "dueOn",
                LocalDate.now(ZONE).plusDays(3),
                "everyMonths",
                12);
        String drills = "/investigation/readiness/drills";
        Versioned drill = new Versioned(drills + "/"
                + files.as(SECURITY).post(drills, plan).expecting(201).text("/id"));
        drill.change(files.as(SECURITY), "POST", "/run", Json.of("incident", files.incident))
                .expecting(200);
        return drill;
    }

    /** What it showed is set right in earnest, and the next one is on the board of what is real. */
    private static void concluded(CaseFiles files, Versioned drill) throws IOException, InterruptedException {
        Object finding = Json.of(
                "text", "Two numbers of the telephone list are wrong",
                "owner", "SECURITY_OFFICER",
                "dueOn", LocalDate.now(ZONE).plusDays(30));
        drill.change(files.as(SECURITY), "POST", "/findings", finding).expecting(200);
        Answer ended = drill.change(
                        files.as(SECURITY), "POST", "/conclusion", Json.of("text", "Contained in 40 minutes"))
                .expecting(200);
        assertThat(ended.text("/state")).isEqualTo("CONCLUDED");
        awaitDrill(files, "open", ended.text("/next"));
        awaitDrill(files, "met", ended.text("/id"));
    }

    private static void awaitDrill(CaseFiles files, String state, String id) throws IOException, InterruptedException {
        Patience.until(
                "the drill on the board",
                SOON,
                () -> files.as(SECURITY)
                        .get("/notification/deadlines?kind=DRILL_DUE&state=" + state)
                        .expecting(200)
                        .text(),
                board -> board.contains(id));
    }

    /** Drafts are written, checked and signed as in earnest; the last step is refused. */
    private static void rehearse(CaseFiles files) throws IOException, InterruptedException {
        Versioned cyber = files.beside("/cyber");
        Object yes = Json.of("kind", "CRIME_REPORT", "answer", true, "reason", "As the scenario says");
        Object no = Json.of("kind", "INDICATORS", "answer", false, "reason", "As the scenario says");
        cyber.change(files.as(SECURITY), "POST", "/decisions", yes).expecting(200);
        cyber.change(files.as(SECURITY), "POST", "/decisions", no).expecting(200);
        Object report = Json.of(
                "agency", "FBI",
                "subject", "Extortion by encrypted files",
                "text", "The file server was encrypted at night.",
                "indicators", List.of(Json.of("type", "DOMAIN", "value", "evil.example")));
        String draft = cyber.change(files.as(SECURITY), "POST", "/drafts", report)
                .expecting(201)
                .text("/drafts/0/id");
        cyber.change(files.as(PRIVACY), "POST", "/drafts/" + draft + "/signature", Map.of())
                .expecting(200);
        Object sent = Json.of("sentAt", Instant.now(), "reference", "None");
        Answer refused = cyber.change(files.as(SECURITY), "POST", "/drafts/" + draft + "/sending", sent)
                .expecting(409);
        assertThat(refused.text("/code")).isEqualTo("DRILL_SENDS_NOTHING");
        assertThat(files.as(SECURITY)
                        .get(cyber.path() + "/drafts/" + draft + "/stix")
                        .text("/code"))
                .isEqualTo("DRILL_SENDS_NOTHING");
        files.keep("drill-agency-report.pdf", files.as(SECURITY).file(cyber.path() + "/drafts/" + draft + ".pdf"));
    }

    /** The deadline is counted down with those of exercises, never among the real ones. */
    private static String onTheBoard(CaseFiles files) throws IOException, InterruptedException {
        Object rehearsed = Json.of(
                "text", "Rehearse the list of telephone numbers",
                "owner", "SECURITY_OFFICER",
                "dueOn", LocalDate.now(ZONE).plusDays(7));
        String task = files.post(SECURITY, "/tasks", rehearsed).expecting(201).text("/id");
        String exercises = Patience.until(
                "the deadline of the exercise",
                SOON,
                () -> files.as(SECURITY)
                        .get("/notification/deadlines?state=open&drill=true")
                        .expecting(200)
                        .text(),
                board -> board.contains(files.incident.toString()));
        assertThat(exercises).contains("\"drill\":true").doesNotContain("\"drill\":false");
        assertThat(files.as(SECURITY)
                        .get("/notification/deadlines?state=open")
                        .expecting(200)
                        .text())
                .doesNotContain(files.incident.toString());
        return task;
    }

    /** Officers are alerted as in earnest, and every mail says at once what it is; nobody else gets one, and no letter goes. */
    private static void onlyOfficersAreMailedAndToldThatItIsAnExercise(CaseFiles files, Mailbox mails, Stack stack)
            throws Exception {
        List<Path> sent = Patience.until(
                "the mails of the exercise",
                SOON,
                () -> mails.holding(files.incident.toString()),
                found -> !found.isEmpty());
        for (Path mail : sent) {
            List<String> lines = Mailbox.lines(mail);
            assertThat(lines)
                    .filteredOn(line -> line.startsWith("Subject: "))
                    .isNotEmpty()
                    .allMatch(line -> line.contains("DRILL"));
            assertThat(lines)
                    .filteredOn(line -> line.startsWith("Delivered-To: "))
                    .isNotEmpty()
                    .allMatch(line -> line.endsWith("@larkspurfalls.example"));
        }
        try (Stream<Path> post = Files.walk(stack.postalDirectory())) {
            assertThat(post.map(Path::toString)).noneMatch(path -> path.contains(files.incident.toString()));
        }
    }

    private static void assertAbsent(CaseFiles files) throws IOException, InterruptedException {
        for (String path : List.of("/worklists/mine?limit=200", "/worklists/overdue", "/worklists/approvals")) {
            assertThat(text(files, path)).as(path).doesNotContain(files.incident.toString());
        }
        JsonNode found = files.as(PRIVACY)
                .post("/investigation/worklists/search", Json.of("q", files.incident))
                .expecting(200)
                .json();
        assertThat(found.path("items")).isEmpty();
    }

    private static String text(CaseFiles files, String path) throws IOException, InterruptedException {
        return files.as(PRIVACY).get("/investigation" + path).expecting(200).text();
    }
}
