package org.candor.local.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.candor.local.acceptance.CaseFiles.ENTITY;
import static org.candor.local.acceptance.CaseFiles.SECURITY;
import static org.candor.local.acceptance.CaseFiles.ZONE;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.candor.local.api.Answer;
import org.candor.local.api.Json;
import org.candor.local.api.Users;

/** The people of an organisation, and what their role asks them to learn. */
record Workforce(Users users, String role) {

    static final String ROOT = "/investigation/readiness";

    /** Of this role alone, so that nobody else is asked for anything. */
    void curriculum() throws IOException, InterruptedException {
        users.as(SECURITY)
                .change(
                        "PUT",
                        ROOT + "/curricula/" + role,
                        "*",
                        Json.of("entityId", ENTITY, "courses", List.of("SAFEGUARDS"), "withinDays", 30))
                .expecting(200);
    }

    /** Tries a list of one row, then imports it. */
    void imported(String what, String csv) throws IOException, InterruptedException {
        String path = ROOT + "/imports/" + what + "?entityId=" + ENTITY + "&dryRun=";
        for (boolean dryRun : List.of(true, false)) {
            Answer taken = users.as(SECURITY)
                    .upload(path + dryRun, "text/csv", csv.getBytes(UTF_8))
                    .expecting(200);
            assertThat(taken.text("/added")).isEqualTo("1");
        }
    }

    /** Ready in everything that policy I.A.3.b itself asks for, for most of a year. */
    void inTheTeam(String person) throws IOException, InterruptedException {
        LocalDate today = LocalDate.now(ZONE);
        Object member = Json.of(
                "entityId",
                ENTITY,
                "active",
                true,
                "areas",
                List.of("FORENSICS"),
                "authorisedUntil",
                today.plusYears(1));
        users.as(SECURITY).change("PUT", ROOT + "/team/" + person, "*", member).expecting(200);
        Object training = Json.of(
                "entityId",
                ENTITY,
                "person",
                person,
                "course",
                "INCIDENT_RESPONSE",
                "completedOn",
                today.minusDays(30),
                "validUntil",
                today.plusDays(330));
        users.as(SECURITY).post(ROOT + "/trainings", training).expecting(201);
    }
}
