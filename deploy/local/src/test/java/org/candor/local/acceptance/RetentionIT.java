package org.candor.local.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.candor.local.acceptance.CaseFiles.PRIVACY;
import static org.candor.local.acceptance.CaseFiles.SOON;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.candor.local.SharedStack;
import org.candor.local.api.Answer;
import org.candor.local.api.Json;
import org.candor.local.api.Patience;
import org.candor.local.api.Users;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is frozen in one service is kept by another, with real credentials between them. */
@ExtendWith(SharedStack.class)
class RetentionIT {

    /** Policy I.I, 45 CFR 164.530(j): a signed form is kept, readable, and its hash stands in the trail. */
    @Test
    void aSignedFormIsKeptAndProved(Users users) throws Exception {
        CaseFiles folder = CaseFiles.reported(users, "COMPLAINT", "The notice of practices hung behind a plant");
        folder.triage(true, false);
        folder.document("anonymous");
        folder.sign(PRIVACY, "4-I-A");
        byte[] form = folder.pdf(PRIVACY, "/forms/4-I-A.pdf").bytes();

        String list = "/audit/documents?incidentId=" + folder.incident;
        Answer kept = Patience.until(
                "the form is kept",
                SOON,
                () -> users.as(PRIVACY).get(list),
                answer -> answer.status() == 200 && !answer.json().path("items").isEmpty());
        JsonNode document = kept.json().at("/items/0");
        assertThat(document.path("kind").asText()).isEqualTo("FORM");
        String path = "/audit/documents/" + document.path("documentId").asText();
        assertThat(users.as("auditor").file(path + "/content")).isEqualTo(form);
        users.as("workforce").get(path).expecting(403);
        Patience.until(
                "its hash in the trail",
                SOON,
                () -> users.as("auditor").get("/audit/entries?type=document-kept&incidentId=" + folder.incident),
                answer -> answer.text().contains(document.path("sha256").asText()));

        Answer held = users.as("counsel")
                .post("/audit/holds", Json.of("incidentId", folder.incident, "reason", "LITIGATION", "note", "A suit"))
                .expecting(201);
        assertThat(users.as(PRIVACY)
                        .post("/audit/disposals", Map.of("incidentId", folder.incident))
                        .expecting(409)
                        .json()
                        .path("missing")
                        .toString())
                .contains("NOT_CONCLUDED", "ON_HOLD");
        users.as("counsel")
                .change("POST", "/audit/holds/" + held.text("/holdId") + "/lift", held.etag(), Map.of())
                .expecting(200);
        assertThat(users.as(PRIVACY)
                        .get("/audit/incidents/" + folder.incident + "/readers")
                        .expecting(200)
                        .text())
                .contains("accesses");
    }
}
