package org.candor.local.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.candor.local.acceptance.CaseFiles.ENTITY;
import static org.candor.local.acceptance.CaseFiles.HEAD;
import static org.candor.local.acceptance.CaseFiles.SECURITY;
import static org.candor.local.acceptance.CaseFiles.SOON;
import static org.candor.local.acceptance.CaseFiles.ZONE;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.candor.local.SharedStack;
import org.candor.local.api.Answer;
import org.candor.local.api.Json;
import org.candor.local.api.Patience;
import org.candor.local.api.Users;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Between incidents: who has to learn what, and what a lapsed training means on the day of an incident (policy I.A). */
@ExtendWith(SharedStack.class)
class ReadinessIT {

    private static final String ROOT = "/investigation/readiness";
    private static final LocalDate TODAY = LocalDate.now(ZONE);

    /** Of this test alone, so that nobody else is asked for anything. */
    private final String role = "field-crew-" + UUID.randomUUID();

    @Test
    void aLapsedTrainingBlocksAnAssignmentUntilItIsDoneAgain(Users users) throws Exception {
        CaseFiles files =
                CaseFiles.reported(users, "SECURITY_INCIDENT", "A terminal at the water works restarts by itself.");
        files.triageCyber(false);
        String ivy = inTheTeam(files);
        curriculum(users);
        imported(
                users,
                "people",
                "person,department,role,joined_on\n%s,Utilities,%s,%s\n".formatted(ivy, role, TODAY.minusYears(2)));
        imported(
                users,
                "trainings",
                "person,course,completed_on,valid_until\n%s,SAFEGUARDS,%s,%s\n"
                        .formatted(ivy, TODAY.minusDays(400), TODAY.minusDays(35)));

        Object assignment = Json.of("person", ivy, "area", "FORENSICS");
        Answer refused =
                files.as(SECURITY).post(files.path("/assignments"), assignment).expecting(409);
        assertThat(refused.text("/code")).isEqualTo("TRAINING_LAPSED");
        assertThat(refused.text("/missing/0")).isEqualTo("curriculum.SAFEGUARDS.lapsed." + TODAY.minusDays(35));
        assertThat(users.as(SECURITY)
                        .get(ROOT + "/report.csv?entityId=" + ENTITY)
                        .expecting(200)
                        .text())
                .contains("Utilities," + ivy + "," + role)
                .contains(",SAFEGUARDS,LAPSED,");

        Object excepted =
                Json.of("person", ivy, "area", "FORENSICS", "exceptionBecause", "Nobody else knows that terminal");
        String assigned = files.as(HEAD)
                .post(files.path("/assignments"), excepted)
                .expecting(201)
                .text("/id");
        files.as(SECURITY)
                .post(files.path("/assignments/" + assigned + "/release"), Json.of())
                .expecting(200);

        imported(users, "trainings", "person,course,completed_on\n%s,SAFEGUARDS,%s\n".formatted(ivy, TODAY));
        files.as(SECURITY).post(files.path("/assignments"), assignment).expecting(201);
    }

    /** The board tells that somebody is to be trained and by when, and never whom. */
    @Test
    void whoJoinsIsOnTheBoardUntilHeIsTrained(Users users) throws Exception {
        String kim = "kim-" + UUID.randomUUID();
        curriculum(users);
        imported(users, "people", "person,department,role,joined_on\n%s,Clinic,%s,%s\n".formatted(kim, role, TODAY));
        String open = "/notification/deadlines?state=open&kind=TRAINING_NEW_MEMBER";
        String board = Patience.until(
                "the duty to train a new member",
                SOON,
                () -> users.as(SECURITY).get(open).expecting(200).text(),
                text -> text.contains(TODAY.plusDays(30).toString()));
        assertThat(board).doesNotContain(kim);
        imported(users, "trainings", "person,course,completed_on\n%s,SAFEGUARDS,%s\n".formatted(kim, TODAY));
        Patience.until(
                "the duty fulfilled",
                SOON,
                () -> users.as(SECURITY).get(open).expecting(200).text(),
                text -> !text.contains(TODAY.plusDays(30).toString()));
    }

    private void curriculum(Users users) throws IOException, InterruptedException {
        users.as(SECURITY)
                .change(
                        "PUT",
                        ROOT + "/curricula/" + role,
                        "*",
                        Json.of("entityId", ENTITY, "courses", List.of("SAFEGUARDS"), "withinDays", 30))
                .expecting(200);
    }

    private static void imported(Users users, String what, String csv) throws IOException, InterruptedException {
        String path = ROOT + "/imports/" + what + "?entityId=" + ENTITY + "&dryRun=";
        for (boolean dryRun : List.of(true, false)) {
            Answer taken = users.as(SECURITY)
                    .upload(path + dryRun, "text/csv", csv.getBytes(UTF_8))
                    .expecting(200);
            assertThat(taken.text("/added")).isEqualTo("1");
        }
    }

    /** Ready in everything that policy I.A.3.b itself asks for. */
    private static String inTheTeam(CaseFiles files) throws IOException, InterruptedException {
        String ivy = "ivy-" + UUID.randomUUID();
        Object member = Json.of(
                "entityId",
                ENTITY,
                "active",
                true,
                "areas",
                List.of("FORENSICS"),
                "authorisedUntil",
                TODAY.plusYears(1));
        files.as(SECURITY).change("PUT", ROOT + "/team/" + ivy, "*", member).expecting(200);
        Object training = Json.of(
                "entityId",
                ENTITY,
                "person",
                ivy,
                "course",
                "INCIDENT_RESPONSE",
                "completedOn",
                TODAY.minusDays(30),
                "validUntil",
                TODAY.plusDays(330));
        files.as(SECURITY).post(ROOT + "/trainings", training).expecting(201);
        return ivy;
    }
}
