package org.candor.local.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.candor.local.acceptance.CaseFiles.ENTITY;
import static org.candor.local.acceptance.CaseFiles.HEAD;
import static org.candor.local.acceptance.CaseFiles.SECURITY;
import static org.candor.local.acceptance.CaseFiles.SOON;
import static org.candor.local.acceptance.CaseFiles.ZONE;

import java.time.LocalDate;
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

    private static final LocalDate TODAY = LocalDate.now(ZONE);

    /** Of this test alone, so that nobody else is asked for anything. */
    private final String role = "field-crew-" + UUID.randomUUID();

    @Test
    void aLapsedTrainingBlocksAnAssignmentUntilItIsDoneAgain(Users users) throws Exception {
        CaseFiles files =
                CaseFiles.reported(users, "SECURITY_INCIDENT", "A terminal at the water works restarts by itself.");
        files.triageCyber(false);
        String ivy = "ivy-" + UUID.randomUUID();
        Workforce workforce = new Workforce(users, role);
        workforce.inTheTeam(ivy);
        workforce.curriculum();
        workforce.imported(
                "people",
                "person,department,role,joined_on\n%s,Utilities,%s,%s\n".formatted(ivy, role, TODAY.minusYears(2)));
        workforce.imported(
                "trainings",
                "person,course,completed_on,valid_until\n%s,SAFEGUARDS,%s,%s\n"
                        .formatted(ivy, TODAY.minusDays(400), TODAY.minusDays(35)));

        Object assignment = Json.of("person", ivy, "area", "FORENSICS");
        Answer refused =
                files.as(SECURITY).post(files.path("/assignments"), assignment).expecting(409);
        assertThat(refused.text("/code")).isEqualTo("TRAINING_LAPSED");
        assertThat(refused.text("/missing/0")).isEqualTo("curriculum.SAFEGUARDS.lapsed." + TODAY.minusDays(35));
        assertThat(users.as(SECURITY)
                        .get(Workforce.ROOT + "/report.csv?entityId=" + ENTITY)
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

        workforce.imported("trainings", "person,course,completed_on\n%s,SAFEGUARDS,%s\n".formatted(ivy, TODAY));
        files.as(SECURITY).post(files.path("/assignments"), assignment).expecting(201);
    }

    /** The board tells that somebody is to be trained and by when, and never whom. */
    @Test
    void whoJoinsIsOnTheBoardUntilHeIsTrained(Users users) throws Exception {
        String kim = "kim-" + UUID.randomUUID();
        Workforce workforce = new Workforce(users, role);
        workforce.curriculum();
        workforce.imported("people", "person,department,role,joined_on\n%s,Clinic,%s,%s\n".formatted(kim, role, TODAY));
        String open = "/notification/deadlines?state=open&kind=TRAINING_NEW_MEMBER";
        String board = Patience.until(
                "the duty to train a new member",
                SOON,
                () -> users.as(SECURITY).get(open).expecting(200).text(),
                text -> text.contains(TODAY.plusDays(30).toString()));
        assertThat(board).doesNotContain(kim);
        workforce.imported("trainings", "person,course,completed_on\n%s,SAFEGUARDS,%s\n".formatted(kim, TODAY));
        Patience.until(
                "the duty fulfilled",
                SOON,
                () -> users.as(SECURITY).get(open).expecting(200).text(),
                text -> !text.contains(TODAY.plusDays(30).toString()));
    }
}
