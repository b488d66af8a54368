package org.candor.audit.role;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.candor.audit.TrailKeyFile;
import org.candor.events.AccessEvent.AccessRecorded;
import org.candor.events.Topic;
import org.candor.test.MutableClock;
import org.candor.test.OnRealPlatform;
import org.candor.test.Tokens;
import org.candor.test.TopicProbe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** G-18: over HTTP. Each test has a legal entity of its own. */
@QuarkusTest
@OnRealPlatform(service = "audit_later", separateOwner = true)
@WithTestResource(TrailKeyFile.class)
class RoleTest {

    private static final Map<String, String> INVENTORY = Map.of(
            "what", "Claims and their payments",
            "place", "Billing system",
            "how", "Read and corrected",
            "why", "To bill",
            "who", "Clerks of the billing office");

    @Inject
    MutableClock clock;

    private final String entity = "village-" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void inDecember() {
        clock.set(Instant.parse("2026-12-01T15:00:00Z"));
    }

    @AfterEach
    void letTheClockRun() {
        clock.reset();
    }

    @Test
    void keepsTheInventoryAndManagersDecideWhoHasWhichRole() {
        Response role = role();
        role.then().statusCode(201).body("number", equalTo(1)).body("inventory.why", equalTo("To bill"));
        post(
                        as("security-officer").header("If-Match", role.header("ETag")),
                        "/programme/roles/" + role.path("roleId") + "/versions",
                        INVENTORY)
                .then()
                .statusCode(200)
                .body("number", equalTo(2));
        Map<String, String> clerk = Map.of("roleId", role.path("roleId"), "person", "clerk", "department", "Billing");
        as("auditor")
                .get("/programme/roles/" + role.path("roleId"))
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"");
        post(manager("Another"), "/programme/role-holders", clerk).then().statusCode(404);
        Response holder = post(manager("Billing"), "/programme/role-holders", clerk);
        holder.then().statusCode(201).body("fromOn", equalTo("2026-12-01")).body("untilOn", nullValue());
        assertThat(post(manager("Billing"), "/programme/role-holders", clerk).<String>path("holderId"))
                .isEqualTo(holder.path("holderId"));
        ours("auditor")
                .get("/programme/duties?kind=ACCESS_REVIEW")
                .then()
                .body("items.subject", contains("Billing"))
                .body("items.dueOn", contains("2027-12-01"));
        bearer(Tokens.subject("clerk").roles("workforce").entities(entity).signed())
                .get("/programme/role-holders")
                .then()
                .body("items.code", contains("Billing clerk"));
        String end = "/programme/role-holders/" + holder.path("holderId") + "/end";
        manager("Another").header("If-Match", "*").post(end).then().statusCode(404);
        manager("Billing")
                .header("If-Match", "*")
                .post(end)
                .then()
                .statusCode(200)
                .body("untilOn", equalTo("2026-12-01"));
        manager("Billing")
                .header("If-Match", "*")
                .post(end)
                .then()
                .statusCode(409)
                .body("code", equalTo("ROLE_ENDED"));
        ours("auditor").get("/programme/role-holders").then().body("items", empty());
        ours("auditor").get("/programme/role-holders?past=true").then().body("items", hasSize(1));
    }

    /** 45 CFR 164.316(b)(2)(i): six years from creation, or from when it was last in effect, whichever is later. */
    @Test
    void whatIsNoLongerInEffectFallsDueAfterSixYears() {
        Response role = role();
        String path = "/programme/roles/" + role.path("roleId") + "/versions";
        clock.set(Instant.parse("2028-02-29T15:00:00Z"));
        post(as("security-officer").header("If-Match", role.header("ETag")), path, INVENTORY)
                .then()
                .statusCode(200);
        registers("2034-02-28").body("items", empty());
        registers("2034-03-01")
                .body("items.register", contains("ROLE"))
                .body("items.recordId", contains(role.<String>path("roleId")))
                .body("items.number", contains(1))
                .body("items.createdOn", contains("2026-12-01"))
                .body("items.countedFrom", contains("2028-02-29"))
                .body("items.retainUntil", contains("2034-03-01"))
                .body("items.onHold", contains(false))
                .body("items[0].reason", containsString("45 CFR 164.316(b)(2)(i)"));
        Map<String, String> period =
                Map.of("entityId", entity, "from", "2027-01-01", "reason", "LITIGATION", "note", "A suit");
        post(as("counsel"), "/holds", period).then().statusCode(201);
        registers("2034-03-01").body("items.onHold", contains(true));
        bearer(Tokens.subject("a").roles("auditor").entities("another").signed())
                .get("/retention/registers?until=2034-03-01")
                .then()
                .body("items", empty());
    }

    private ValidatableResponse registers(String until) {
        return ours("auditor").get("/retention/registers?until=" + until).then();
    }

    @Test
    void anExceptionIsDecidedBySomebodyElseAndItsEndIsADuty() {
        Map<String, String> request = Map.of(
                "roleId", role().path("roleId"),
                "person", "clerk",
                "department", "Billing",
                "untilOn", "2027-01-31",
                "reason", "Stands in for a colleague who is ill");
        Response asked = post(manager("Billing"), "/programme/exceptions", request);
        asked.then().statusCode(201).body("state", equalTo("REQUESTED"));
        String path = "/programme/exceptions/" + asked.path("exceptionId");
        grant(path, bearer(Tokens.as("manager", "manager", "security-officer")), Map.of())
                .then()
                .statusCode(422)
                .body("code", equalTo("EXCEPTION_REFUSED"));
        grant(path, as("security-officer"), Map.of("untilOn", "2027-12-02"))
                .then()
                .statusCode(422);
        grant(path, as("security-officer"), Map.of())
                .then()
                .statusCode(200)
                .body("state", equalTo("GRANTED"))
                .body("reason", equalTo("Stands in for a colleague who is ill"))
                .body("decidedBy", equalTo("security-officer"))
                .body("retainUntil", nullValue());
        grant(path, as("security-officer"), Map.of())
                .then()
                .statusCode(409)
                .body("code", equalTo("EXCEPTION_STANDS_OTHERWISE"));
        ours("auditor")
                .get("/programme/duties?kind=ACCESS_EXCEPTION_END")
                .then()
                .body("items.dueOn", contains("2027-01-31"))
                .body("items.title", contains("End an exception of access, or ask for it anew, Billing"));
        ours("auditor")
                .get("/programme/exceptions?state=GRANTED")
                .then()
                .body("items.code", contains("Billing clerk"))
                .body("items[0].reason", nullValue());
        as("workforce").get(path).then().statusCode(404);
        manager("Billing")
                .header("If-Match", "*")
                .post(path + "/end")
                .then()
                .statusCode(200)
                .body("state", equalTo("ENDED"))
                .body("retainUntil", equalTo("2032-12-01"));
        ours("auditor")
                .get("/programme/duties?kind=ACCESS_EXCEPTION_END")
                .then()
                .body("items", empty());
    }

    /** Asked anew before the first has run out: each has its own day and its own duty. */
    @Test
    void twoExceptionsOfOnePersonEndEachByItsOwnDuty() {
        String roleId = role().path("roleId");
        String first = granted(roleId, "2027-01-31");
        String second = granted(roleId, "2027-06-30");
        ends().body("items.dueOn", contains("2027-01-31", "2027-06-30"));
        String dutyId = ends().extract().path("items[0].dutyId");
        post(
                        as("security-officer").header("If-Match", "*"),
                        "/programme/duties/" + dutyId + "/complete",
                        Map.of("evidence", "ACCESS_ENDED"))
                .then()
                .statusCode(409)
                .body("code", equalTo("KEPT_ELSEWHERE"));
        end(second);
        ends().body("items.dueOn", contains("2027-01-31"));
        end(first);
        ends().body("items", empty());
    }

    private String granted(String roleId, String untilOn) {
        Map<String, String> request = Map.of(
                "roleId",
                roleId,
                "person",
                "clerk",
                "department",
                "Billing",
                "untilOn",
                untilOn,
                "reason",
                "Stands in");
        String id = post(manager("Billing"), "/programme/exceptions", request).path("exceptionId");
        grant("/programme/exceptions/" + id, as("security-officer"), Map.of())
                .then()
                .statusCode(200);
        return id;
    }

    private void end(String exceptionId) {
        manager("Billing")
                .header("If-Match", "*")
                .post("/programme/exceptions/" + exceptionId + "/end")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse ends() {
        return ours("auditor")
                .get("/programme/duties?kind=ACCESS_EXCEPTION_END")
                .then();
    }

    @Test
    void aManagerTakesTheHoldersOfHisDepartmentAlong() {
        String roleId = role().path("roleId");
        for (String department : List.of("Billing", "Records")) {
            Map<String, String> request =
                    Map.of("roleId", roleId, "person", "clerk-" + department, "department", department);
            post(as("security-officer"), "/programme/role-holders", request)
                    .then()
                    .statusCode(201);
        }
        manager("Billing")
                .get("/programme/role-holders.csv")
                .then()
                .statusCode(200)
                .header("Content-Disposition", equalTo("attachment; filename=\"role-holders.csv\""))
                .body(containsString(
                        "," + entity + ",Billing clerk,clerk-Billing,Billing,2026-12-01,,security-officer"))
                .body(not(containsString("clerk-Records")));
        ours("auditor")
                .get("/programme/role-holders.csv?department=Records")
                .then()
                .body(containsString("clerk-Records"))
                .body(not(containsString("clerk-Billing")));
        try (TopicProbe probe = TopicProbe.on(Topic.ACCESS)) {
            probe.await(
                    AccessRecorded.class,
                    access -> access.action().equals("export-role-holders")
                            && access.filter().contains("Records"));
        }
    }

    @Test
    void anExceptionIsTakenBackByWhoAskedForIt() {
        Map<String, String> request = Map.of(
                "roleId", role().path("roleId"),
                "person", "clerk",
                "department", "Billing",
                "untilOn", "2027-01-31",
                "reason", "Asked by mistake");
        Response asked = post(manager("Billing"), "/programme/exceptions", request);
        manager("Billing")
                .header("If-Match", asked.header("ETag"))
                .post("/programme/exceptions/" + asked.path("exceptionId") + "/refuse")
                .then()
                .statusCode(200)
                .body("state", equalTo("REFUSED"));
    }

    @Test
    void importsTheInventoryWithADryRun() {
        String rows = "code,what,where,how,why,who\n"
                + "Nurse,Charts,Clinic system,Read,To treat,Nurses\n"
                + "Nurse,Charts,Clinic system,Read,To treat,Nurses\n"
                + "Guest,,Clinic system,Read,To treat,Nurses\n";
        for (boolean dryRun : new boolean[] {true, false}) {
            as("administrator")
                    .contentType("text/csv")
                    .body(rows)
                    .post("/programme/roles-import?entityId=" + entity + "&dryRun=" + dryRun)
                    .then()
                    .statusCode(200)
                    .body("created", equalTo(1))
                    .body("unchanged", equalTo(1))
                    .body("refused", equalTo(1));
            ours("auditor").get("/programme/roles").then().body("items", hasSize(dryRun ? 0 : 1));
        }
    }

    private Response role() {
        return post(
                as("security-officer"),
                "/programme/roles",
                Map.of("entityId", entity, "code", "Billing clerk", "inventory", INVENTORY));
    }

    private static Response grant(String path, RequestSpecification who, Map<String, String> body) {
        return post(who.header("If-Match", "*"), path + "/grant", body);
    }

    private static Response post(RequestSpecification who, String path, Map<String, ?> body) {
        return who.contentType(ContentType.JSON).body(body).post(path);
    }

    private RequestSpecification manager(String department) {
        return bearer(Tokens.subject("manager")
                .roles("manager")
                .department(department)
                .entities(entity)
                .signed());
    }

    private RequestSpecification ours(String role) {
        return bearer(Tokens.subject(role).roles(role).entities(entity).signed());
    }

    private static RequestSpecification as(String role) {
        return bearer(Tokens.of(role));
    }

    private static RequestSpecification bearer(String token) {
        return given().auth().oauth2(token);
    }
}
