package org.candor.investigation.sanctions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.candor.investigation.Desk.HEAD;
import static org.candor.investigation.Desk.INVESTIGATOR;
import static org.candor.investigation.Desk.PRIVACY;
import static org.candor.investigation.Desk.SECURITY;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.candor.investigation.Desk;
import org.candor.test.Database;
import org.candor.test.OnRealPlatform;
import org.junit.jupiter.api.Test;

/** Sanctions over HTTP. */
@QuarkusTest
@OnRealPlatform
class SanctionRecordTest {

    private static final String ROOT = "/sanctions";

    private static Desk opened(String... readers) {
        Desk desk = Desk.reported().triaged(false);
        desk.send("POST", Desk.as(PRIVACY), ROOT, Map.of("readers", List.of(readers)), "*")
                .then()
                .statusCode(201);
        return desk;
    }

    private static String named(Desk desk, String relation, String conduct, String intent) {
        Map<String, Object> person = Map.of(
                "relation",
                relation,
                "conduct",
                conduct,
                "intent",
                intent,
                "name",
                "Robin Vance",
                "position",
                "Records clerk",
                "subject",
                "robin");
        List<String> ids = desk.change("POST", PRIVACY, ROOT, "/persons", person)
                .statusCode(201)
                .extract()
                .path("persons.id");
        return ids.getLast();
    }

    private static ValidatableResponse about(Desk desk, String role, String person, String verb, Object body) {
        return desk.change("POST", role, ROOT, "/persons/" + person + "/" + verb, body);
    }

    private static Map<String, Object> statement(String how) {
        return Map.of("how", how, "at", Instant.now().minusSeconds(5).toString(), "text", "It was a mistake");
    }

    private static Map<String, Object> unprotected() {
        return Map.of(
                "whistleBlower", false, "crimeVictim", false, "complaint", false, "reason", "Nothing of the kind");
    }

    private static Map<String, Object> measure(String measure) {
        return Map.of("measure", measure, "reason", "As the facts are");
    }

    @Test
    void aSanctionIsProposedHeardCheckedAndDecidedByAnother() {
        Desk desk = opened(PRIVACY, SECURITY, HEAD);
        String person = named(desk, "WORKFORCE", "CONFIDENTIALITY_BREACH", "KNOWING");
        desk.get(PRIVACY, ROOT)
                .body("persons[0].proposedByPolicy", equalTo("TERMINATION"))
                .body("persons[0].proposal", equalTo(null))
                .body("persons[0].missing", hasItems("person.statement", "person.protection-check"));
        about(desk, SECURITY, person, "proposal", measure("TERMINATION")).statusCode(200);
        about(desk, HEAD, person, "ruling", measure("TERMINATION"))
                .statusCode(409)
                .body("code", equalTo("GATES_REMAIN"))
                .body("missing", hasItems("person.statement", "person.protection-check"));
        about(desk, PRIVACY, person, "statement", statement("GIVEN")).statusCode(200);
        about(desk, PRIVACY, person, "protection-check", unprotected()).statusCode(200);
        about(desk, SECURITY, person, "ruling", measure("TERMINATION"))
                .statusCode(403)
                .body("code", equalTo("OWN_PROPOSAL"));
        desk.change("POST", PRIVACY, ROOT, "/conclusion", Map.of())
                .statusCode(409)
                .body("code", equalTo("PERSONS_NOT_RULED"));
        assertThat(desk.toClose()).contains("sanctions").doesNotContain("restricted-matter");
        Map<String, Object> ruling = new HashMap<>(measure("SUSPENSION"));
        ruling.put("differsBecause", "Admitted it at once");
        about(desk, HEAD, person, "ruling", ruling)
                .statusCode(200)
                .body("persons[0].ruling", equalTo("SUSPENSION"))
                .body(
                        "notes.kind",
                        hasItems(
                                "OPENED",
                                "PERSON_NAMED",
                                "PROPOSED_TERMINATION",
                                "STATEMENT_GIVEN",
                                "PROTECTION_CHECKED_NONE",
                                "RULED_SUSPENSION",
                                "DIFFERS_BECAUSE"));
        desk.change("POST", PRIVACY, ROOT, "/conclusion", Map.of()).statusCode(200);
        assertThat(desk.toClose()).doesNotContain("sanctions");
        desk.change("POST", PRIVACY, ROOT, "/persons", Map.of()).statusCode(422);
    }

    @Test
    void forEverybodyButItsReadersThereIsNoRecord() {
        Desk desk = opened(PRIVACY);
        String person = named(desk, "WORKFORCE", "OTHER_VIOLATION", "INADVERTENT");
        desk.get(SECURITY, ROOT).statusCode(404);
        desk.get(HEAD, ROOT).statusCode(404);
        desk.get(SECURITY, "").body("toClose", allOf(hasItem("restricted-matter"), not(hasItem("sanctions"))));
        desk.send("POST", Desk.as(SECURITY), ROOT + "/persons/" + person + "/proposal", measure("WARNING"), "*")
                .then()
                .statusCode(404);
        desk.change("PUT", PRIVACY, ROOT, "/readers", Map.of("readers", List.of(PRIVACY, "robin")))
                .statusCode(409)
                .body("code", equalTo("READER_IS_CONCERNED"));
        desk.change("PUT", PRIVACY, ROOT, "/readers", Map.of("readers", List.of(PRIVACY, SECURITY)))
                .statusCode(200);
        desk.get(SECURITY, ROOT).statusCode(200).body("persons[0].name", equalTo("Robin Vance"));
        desk.get(SECURITY, "/timeline").body("entries.kind.findAll { it.contains('sanction') }.size()", equalTo(0));
    }

    @Test
    void aProtectedActEndsWithoutASanction() {
        Desk desk = opened(PRIVACY, SECURITY, HEAD);
        String person = named(desk, "WORKFORCE", "CONFIDENTIALITY_BREACH", "KNOWING");
        Map<String, Object> found = new HashMap<>(unprotected());
        found.put("whistleBlower", true);
        about(desk, PRIVACY, person, "protection-check", found)
                .statusCode(200)
                .body("persons[0].protectedAct", equalTo(true))
                .body("notes.kind", hasItem("PROTECTION_CHECKED_WHISTLE_BLOWER"));
        about(desk, SECURITY, person, "protection-check", unprotected())
                .statusCode(409)
                .body("code", equalTo("PROTECTION_STAYS"));
        desk.get(PRIVACY, ROOT).body("persons[0].protectedAct", equalTo(true));
        about(desk, SECURITY, person, "proposal", measure("WARNING"))
                .statusCode(409)
                .body("code", equalTo("PROTECTED_ACT"));
        about(desk, SECURITY, person, "proposal", measure("NO_SANCTION")).statusCode(200);
        about(desk, HEAD, person, "ruling", measure("NO_SANCTION")).statusCode(200);
    }

    @Test
    void withOutsidersTheRelationshipEnds() {
        Desk desk = opened(PRIVACY, SECURITY, HEAD);
        String person = named(desk, "BUSINESS_ASSOCIATE", "LOSS_OF_AVAILABILITY", "NEGLIGENT");
        desk.get(PRIVACY, ROOT).body("persons[0].proposedByPolicy", equalTo("END_OF_RELATIONSHIP"));
        about(desk, SECURITY, person, "proposal", measure("TERMINATION"))
                .statusCode(422)
                .body("code", equalTo("MEASURE_DOES_NOT_FIT"));
        about(desk, SECURITY, person, "proposal", measure("END_OF_RELATIONSHIP"))
                .statusCode(200);
    }

    @Test
    void whoEverProposedDoesNotDecideAndNothingHarderIsDecided() {
        Desk desk = opened(PRIVACY, SECURITY, HEAD);
        String person = ready(desk, "INTEGRITY_CHANGE", "INADVERTENT", "RETRAINING");
        about(desk, PRIVACY, person, "proposal", measure("WARNING")).statusCode(200);
        about(desk, SECURITY, person, "ruling", measure("WARNING"))
                .statusCode(403)
                .body("code", equalTo("OWN_PROPOSAL"));
        about(desk, HEAD, person, "ruling", measure("SUSPENSION"))
                .statusCode(409)
                .body("code", equalTo("STRONGER_THAN_PROPOSED"));
        String waits = "findAll { it.id == '" + person + "' }.what";
        Desk.as(SECURITY).get("/worklists/approvals").then().body(waits, equalTo(List.of()));
        Desk.as(HEAD).get("/worklists/approvals").then().body(waits, equalTo(List.of("sanction")));
        about(desk, HEAD, person, "ruling", measure("WARNING")).statusCode(200);
    }

    @Test
    void ofWorkforceTheAccountIsGivenOrSaidNotToBe() {
        Desk desk = opened(PRIVACY);
        Map<String, Object> person = new HashMap<>(
                Map.of("relation", "WORKFORCE", "conduct", "RETALIATION", "intent", "KNOWING", "name", "Lee Marsh"));
        desk.change("POST", PRIVACY, ROOT, "/persons", person).statusCode(422).body("code", equalTo("ACCOUNT_MISSING"));
        person.put("hasNoAccount", true);
        desk.change("POST", PRIVACY, ROOT, "/persons", person)
                .statusCode(201)
                .body("persons[0].hasNoAccount", equalTo(true));
    }

    /** Even if the list of readers were wrong: he neither reads, nor proposes, nor decides. */
    @Test
    void whomTheRecordConcernsHasNoPartInIt() {
        Desk desk = opened(PRIVACY, SECURITY, HEAD);
        String person = ready(desk, "OTHER_VIOLATION", "KNOWING", "WARNING");
        Database.execute(
                "update sanction_record set readers = array_append(readers, 'robin') where incident_id = ?",
                desk.incident);
        Desk.as("robin", HEAD).get("/cases/" + desk.incident).then().statusCode(200);
        Desk.as("robin", HEAD).get("/cases/" + desk.incident + ROOT).then().statusCode(404);
        desk.change("POST", Desk.as("robin", HEAD), ROOT, "/persons/" + person + "/proposal", measure("NO_SANCTION"))
                .statusCode(404);
        desk.change("POST", Desk.as("robin", HEAD), ROOT, "/persons/" + person + "/ruling", measure("WARNING"))
                .statusCode(404);
        desk.get(PRIVACY, ROOT).body("persons[0].ruling", equalTo(null));
    }

    @Test
    void aRecordWithoutPersonsEndsWithAReason() {
        Desk desk = opened(PRIVACY);
        desk.change("POST", PRIVACY, ROOT, "/conclusion", Map.of())
                .statusCode(409)
                .body("code", equalTo("NOBODY_NAMED"));
        desk.change("POST", PRIVACY, ROOT, "/conclusion", Map.of("reason", "A disk failed; nobody had a part in it"))
                .statusCode(200)
                .body("notes.find { it.kind == 'CONCLUDED' }.text", startsWith("A disk failed"));
        assertThat(desk.toClose()).doesNotContain("sanctions");
    }

    @Test
    void thatAProtectedActWasNotSanctionedIsNoPrecedent() {
        Desk desk = opened(PRIVACY, SECURITY, HEAD);
        String person = named(desk, "WORKFORCE", "INTEGRITY_CHANGE", "MALICIOUS");
        Map<String, Object> found = new HashMap<>(unprotected());
        found.put("complaint", true);
        about(desk, PRIVACY, person, "protection-check", found).statusCode(200);
        about(desk, SECURITY, person, "proposal", measure("NO_SANCTION")).statusCode(200);
        about(desk, HEAD, person, "ruling", measure("NO_SANCTION")).statusCode(200);
        // Beside a precedent it would have to be explained.
        ruled("INTEGRITY_CHANGE", "MALICIOUS", "SUSPENSION");
    }

    /** Policy R10.a, and of exercises and of what the caller may not see nothing is compared. */
    @Test
    void likeCasesAreComparedAndADifferenceIsExplained() {
        ruled("RETALIATION", "MALICIOUS", "WARNING");
        Desk desk = opened(PRIVACY, SECURITY, HEAD);
        String person = ready(desk, "RETALIATION", "MALICIOUS", "SUSPENSION");
        about(desk, HEAD, person, "ruling", measure("SUSPENSION"))
                .statusCode(409)
                .body("code", equalTo("UNLIKE_EARLIER_SANCTIONS"))
                .body("missing", hasItem("earlier.WARNING"));
    }

    private static void ruled(String conduct, String intent, String measure) {
        Desk desk = opened(PRIVACY, SECURITY, HEAD);
        String person = ready(desk, conduct, intent, measure);
        about(desk, HEAD, person, "ruling", measure(measure)).statusCode(200);
    }

    private static String ready(Desk desk, String conduct, String intent, String measure) {
        String person = named(desk, "WORKFORCE", conduct, intent);
        about(desk, PRIVACY, person, "statement", statement("DECLINED")).statusCode(200);
        about(desk, PRIVACY, person, "protection-check", unprotected()).statusCode(200);
        about(desk, SECURITY, person, "proposal", measure(measure)).statusCode(200);
        return person;
    }

    @Test
    void notesStayAsTheyWereWritten() {
        Desk desk = opened(PRIVACY, INVESTIGATOR);
        String person = named(desk, "WORKFORCE", "OTHER_VIOLATION", "NEGLIGENT");
        Map<String, Object> note = Map.of(
                "kind",
                "REFUSAL_TO_COOPERATE",
                "personId",
                person,
                "happenedAt",
                Instant.now().minusSeconds(60).toString(),
                "text",
                "Did not come to the interview");
        desk.change("POST", INVESTIGATOR, ROOT, "/notes", note)
                .statusCode(201)
                .body("persons[0].refusesToCooperate", equalTo(true));
        Map<String, Object> ahead = new HashMap<>(note);
        ahead.put("happenedAt", Instant.now().plusSeconds(600).toString());
        desk.change("POST", INVESTIGATOR, ROOT, "/notes", ahead)
                .statusCode(422)
                .body("code", equalTo("NOT_BEFORE_NOW"));
        assertThatThrownBy(() ->
                        Database.execute("update sanction_note set kind = 'NOTE' where incident_id = ?", desk.incident))
                .hasStackTraceContaining("never changed");
        assertThat(Database.rows("select words from sanction_person where id = ?", UUID.fromString(person))
                        .toString())
                .doesNotContain("Robin");
    }

    /** Policy I.B.2.b: who told his own attorney in good faith is sanctioned for nothing. */
    @Test
    void aPermittedDisclosureBarsTheRecord() {
        Desk desk = Desk.reported();
        Map<String, Object> triage = new HashMap<>(Desk.triage(false));
        triage.put("improperUseOrDisclosure", false);
        triage.put(
                "permittedDisclosure",
                Map.of(
                        "whistleBlower",
                        Map.of(
                                "workforceOrBusinessAssociate",
                                true,
                                "goodFaith",
                                true,
                                "beliefs",
                                List.of("UNLAWFUL_CONDUCT"),
                                "recipient",
                                "OWN_ATTORNEY")));
        desk.change("POST", PRIVACY, "", "/triage", triage).statusCode(200);
        desk.send("POST", Desk.as(PRIVACY), ROOT, Map.of("readers", List.of(PRIVACY)), "*")
                .then()
                .statusCode(409)
                .body("code", equalTo("NO_VIOLATION_NO_SANCTION"));
    }

    @Test
    void aRecordIsOpenedOnceAndAfterTriage() {
        Desk untriaged = Desk.reported();
        untriaged
                .send("POST", Desk.as(PRIVACY), ROOT, Map.of("readers", List.of(PRIVACY)), "*")
                .then()
                .statusCode(409)
                .body("code", equalTo("NOT_TRIAGED_YET"));
        Desk desk = opened(PRIVACY);
        desk.send("POST", Desk.as(PRIVACY), ROOT, Map.of("readers", List.of(PRIVACY)), "*")
                .then()
                .statusCode(409)
                .body("code", equalTo("SANCTIONS_OPEN_ALREADY"));
        desk.send("POST", Desk.as(SECURITY), ROOT, Map.of("readers", List.of(SECURITY)), "*")
                .then()
                .statusCode(404)
                .body("code", equalTo("NOT_FOUND"));
        Desk other = Desk.reported().triaged(false);
        other.send("POST", Desk.as(SECURITY), ROOT, Map.of("readers", List.of(PRIVACY)), "*")
                .then()
                .statusCode(422)
                .body("code", equalTo("READER_MISSING"));
    }
}
