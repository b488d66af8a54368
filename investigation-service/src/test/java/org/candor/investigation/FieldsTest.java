package org.candor.investigation;

import static org.candor.investigation.Desk.PRIVACY;
import static org.candor.investigation.Desk.SECURITY;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.candor.investigation.cases.CaseDesk;
import org.candor.test.OnRealPlatform;
import org.candor.test.access.FieldViews;
import org.junit.jupiter.api.Test;

/** 45 CFR 164.502(b), A-10 to A-12: each role is shown what {@code fields.csv} says that it needs. */
@QuarkusTest
@OnRealPlatform
class FieldsTest {

    /** What an open case does not have. */
    private static final String[] ABSENT = {
        "GET /cases/{incidentId}/complaint-letters/{letterId}.pdf",
        "GET /cases/{incidentId}/complaint-letters/{letterId}.txt",
        "GET /cases/{incidentId}/cyber/drafts/{draftId}/stix",
        "GET /cases/{incidentId}/evidence/{itemId}/file",
        "GET /cases/{incidentId}/forms/{form}/lessons-learned.pdf",
        "GET /cases/{incidentId}/sanctions",
    };

    @Test
    void eachRoleIsShownWhatTheTableSays() {
        Desk desk = Desk.reported().triaged(true).documented();
        List<String> steps = desk.get(PRIVACY, "").extract().path("playbook.steps.id");
        change(desk, "POST", SECURITY, "", "/steps", CaseDesk.done(steps.getFirst(), 0));
        change(desk, "POST", SECURITY, "", "/recommendations", Map.of("text", "Encrypt " + Desk.PATIENT));
        change(
                desk,
                "POST",
                PRIVACY,
                "",
                "/tasks",
                Map.of("text", "Ask her", "owner", "PRIVACY_OFFICER", "dueOn", in(9)));
        String item = evidence(desk);
        mitigation(desk);
        String draft = draft(desk);
        change(
                desk,
                "PUT",
                PRIVACY,
                "/insider-team",
                "",
                Map.of(
                        "members",
                        List.of(PRIVACY, SECURITY, Desk.INVESTIGATOR, Desk.HEAD, "counsel", "auditor"),
                        "reason",
                        "An employee's account at night"));

        FieldViews.of(Map.of("incidentId", desk.incident, "itemId", item, "draftId", draft, "form", "4-I-A"))
                .areAsListed(List.of("/cases"), ABSENT);
        for (String words : List.of("/case-file.pdf?phi=true", "/cyber/drafts/" + draft + ".pdf")) {
            desk.get("auditor", words).statusCode(403).body("code", equalTo("FORBIDDEN"));
            desk.get("counsel", words).statusCode(200);
        }
        desk.get("auditor", "/case-file.pdf").statusCode(200);
    }

    private static String evidence(Desk desk) {
        String item = desk.change(
                        "POST",
                        SECURITY,
                        "",
                        "/evidence",
                        Map.of(
                                "kind", "PHYSICAL",
                                "description", "A laptop",
                                "finding", "The chart of " + Desk.PATIENT + " was open",
                                "collectedAt", Instant.now().minusSeconds(3600).toString(),
                                "holder", "Dana Reyes",
                                "condition", "Bag 0042, intact"))
                .statusCode(201)
                .extract()
                .path("id");
        change(
                desk,
                "POST",
                SECURITY,
                "/evidence/" + item,
                "/custody",
                Map.of(
                        "to", "Evidence safe",
                        "at", Instant.now().minusSeconds(60).toString(),
                        "reason", "Safekeeping",
                        "condition", "Bag 0042, intact"));
        return item;
    }

    private static void mitigation(Desk desk) {
        Map<String, Object> found = Map.of(
                "harm", "KNOWN",
                "harmfulEffect", "Fear of identity theft",
                "extent", "612 people",
                "training", "NEEDED",
                "trainingReason", "Nobody knew the rule");
        change(desk, "PUT", PRIVACY, "/mitigation", "", found);
        Map<String, Object> asked =
                Map.of("businessAssociate", "Ledgerline Billing", "text", "Delete the file", "dueOn", in(7));
        change(desk, "POST", PRIVACY, "/mitigation", "/requests", asked);
    }

    private static String draft(Desk desk) {
        Map<String, Object> stated = Map.of(
                "part", "MITIGATION",
                "outcome", "NOT_APPLICABLE",
                "completedAt", Instant.now().minusSeconds(60).toString(),
                "words", "Nothing of the kind was needed");
        change(desk, "POST", SECURITY, "/cyber", "/order", stated);
        Map<String, Object> decided = Map.of("kind", "CRIME_REPORT", "answer", true, "reason", "Extortion");
        change(desk, "POST", SECURITY, "/cyber", "/decisions", decided);
        Map<String, Object> written = Map.of(
                "agency",
                "FBI",
                "subject",
                "Extortion by encrypted files",
                "text",
                "Servers were encrypted at night.",
                "indicators",
                List.of(Map.of("type", "IPV4", "value", "198.51.100.7", "description", "Command and control")));
        List<String> drafts = desk.change("POST", SECURITY, "/cyber", "/drafts", written)
                .statusCode(201)
                .extract()
                .path("drafts.id");
        return drafts.getLast();
    }

    private static void change(
            Desk desk, String method, String role, String root, String path, Map<String, Object> body) {
        int status = desk.change(method, role, root, path, body).extract().statusCode();
        if (status != 200 && status != 201) {
            throw new AssertionError(method + " " + root + path + ": " + status);
        }
    }

    private static String in(int days) {
        return LocalDate.now(ZoneId.of("America/Chicago")).plusDays(days).toString();
    }
}
