package org.candor.local.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.candor.local.acceptance.CaseFiles.HEAD;
import static org.candor.local.acceptance.CaseFiles.PRIVACY;
import static org.candor.local.acceptance.CaseFiles.ZONE;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.candor.local.Checkout;
import org.candor.local.ServiceName;
import org.candor.local.Stack;
import org.candor.local.StackSettings;
import org.candor.local.Trees;
import org.candor.local.api.Answer;
import org.candor.local.api.Api;
import org.candor.local.api.Json;
import org.candor.local.api.Patience;
import org.candor.local.api.Users;
import org.candor.local.demo.Installing;
import org.candor.local.keys.Keys;
import org.candor.local.postgres.Superuser;
import org.candor.local.tools.OfflineVerifier;
import org.junit.jupiter.api.Test;

/**
 * A closed case until its records go: the platform is ended and started again on the same data with clocks that are six years
 * ahead (45 CFR 164.316(b)(2)(i), 164.530(j)(2)).
 */
class SixYearsIT {

    private static final Duration SOON = Duration.ofMinutes(3);
    private static final Path FOLDER = Checkout.find().root().resolve("deploy/local/target/six-years");
    private static final String NARRATIVE = "The notice of practices hung behind a plant";

    private final StackSettings settings = StackSettings.onFreePorts(FOLDER);

    private Stack stack;
    private Users users;
    private UUID closed;
    private UUID open;
    private String document;
    private LocalDate keepThrough;
    private Answer hold;
    private Path packOfThen;

    @Test
    void recordsAreKeptForSixYearsLongerUnderAHoldAndThenGoInEveryService() throws Exception {
        Trees.delete(FOLDER);
        at("P0D", this::aCaseIsClosedAndHeld);
        at("P6Y2D", this::itsRecordsGoOnlyWithoutAHoldAndByTwoPeople);
    }

    private interface Years {
        void pass() throws Exception;
    }

    private void at(String ahead, Years years) throws Exception {
        try (Stack running = Stack.start(settings.environment(Map.of("CANDOR_CLOCK_AHEAD", ahead)))) {
            stack = running;
            users = Users.of(running);
            years.pass();
        }
    }

    private void aCaseIsClosedAndHeld() throws Exception {
        Installing.directory(users);
        CaseFiles file = closedComplaint();
        closed = file.incident;
        open = CaseFiles.reported(users, "COMPLAINT", NARRATIVE).incident;

        JsonNode retention = Patience.until(
                        "the day through which it is kept",
                        SOON,
                        () -> users.as(PRIVACY).get("/audit/retention/" + closed),
                        answer -> answer.status() == 200 && answer.json().hasNonNull("keepThrough"))
                .json();
        keepThrough = LocalDate.parse(retention.path("keepThrough").asText());
        assertThat(keepThrough)
                .isAfterOrEqualTo(LocalDate.now(ZONE).plusYears(6).minusDays(1));
        document = Patience.until(
                        "its signed form is kept",
                        SOON,
                        () -> users.as(PRIVACY).get("/audit/documents?incidentId=" + closed),
                        answer -> answer.json().at("/items/0/documentId").isTextual())
                .text("/items/0/documentId");
        assertThat(obstacles(closed)).containsExactly("STILL_TO_BE_KEPT");
        hold = users.as("counsel")
                .post("/audit/holds", Json.of("incidentId", closed, "reason", "LITIGATION", "note", "A suit"))
                .expecting(201);
        assertThat(obstacles(closed)).containsExactly("STILL_TO_BE_KEPT", "ON_HOLD");
        packOfThen = verifiedPack("then.zip");
    }

    private void itsRecordsGoOnlyWithoutAHoldAndByTwoPeople() throws Exception {
        assertThat(users.as("auditor")
                        .get("/audit/retention/due?limit=200")
                        .expecting(200)
                        .json()
                        .path("items"))
                .singleElement()
                .satisfies(due -> {
                    assertThat(due.path("incidentId").asText()).isEqualTo(closed.toString());
                    assertThat(due.path("keepThrough").asText()).isEqualTo(keepThrough.toString());
                    assertThat(due.path("onHold").asBoolean()).isTrue();
                });
        assertThat(obstacles(closed)).containsExactly("ON_HOLD");
        assertThat(obstacles(open)).containsExactly("NOT_CONCLUDED");
        users.as("counsel")
                .change("POST", "/audit/holds/" + hold.text("/holdId") + "/lift", hold.etag(), Map.of())
                .expecting(200);

        Answer ordered = order(closed).expecting(201);
        String disposal = "/audit/disposals/" + ordered.text("/disposalId");
        Answer alone = users.as(PRIVACY).change("POST", disposal + "/approve", ordered.etag(), Map.of());
        assertThat(alone.expecting(409).json().path("missing").toString()).contains("SAME_PERSON");
        users.as(HEAD)
                .change("POST", disposal + "/approve", ordered.etag(), Map.of())
                .expecting(200);
        JsonNode done = Patience.until(
                        "all services have confirmed",
                        SOON,
                        () -> users.as("auditor").get(disposal),
                        answer -> answer.text("/state").equals("COMPLETED"))
                .json();
        assertThat(done.path("confirmed").valueStream().map(JsonNode::asText))
                .containsExactlyInAnyOrder("intake", "investigation", "breach", "notification", "audit");
        assertThat(done.path("completedAt").asText().substring(0, 10)).isGreaterThan(keepThrough.toString());

        itIsGone();
        theOtherIsStillThere();
        theProofsStay();
    }

    private void itIsGone() throws Exception {
        Api officer = users.as(PRIVACY);
        officer.get("/intake/reports/" + closed).expecting(404);
        officer.get("/investigation/cases/" + closed).expecting(404);
        users.as("auditor").get("/audit/documents/" + document + "/content").expecting(410);
        for (ServiceName service : ServiceName.values()) {
            assertThat(dataKeys(service, closed)).as(service.id()).isZero();
        }
    }

    private void theOtherIsStillThere() throws Exception {
        assertThat(users.as(PRIVACY)
                        .get("/intake/reports/" + open)
                        .expecting(200)
                        .text("/narrative"))
                .isEqualTo(NARRATIVE);
        assertThat(dataKeys(ServiceName.INTAKE, open)).isOne();
    }

    private void theProofsStay() throws Exception {
        Api auditor = users.as("auditor");
        assertThat(auditor.get("/audit/entries?type=disposal-completed&incidentId=" + closed)
                        .expecting(200)
                        .json()
                        .path("items"))
                .hasSize(1);
        assertThat(auditor.post("/audit/self-check", Map.of()).expecting(200).text("/holds"))
                .isEqualTo("true");
        assertThat(OfflineVerifier.of(stack).verify(packOfThen).words()).endsWith("verified\n");
        verifiedPack("now.zip");
    }

    private Path verifiedPack(String name) throws Exception {
        byte[] bytes = users.as("auditor").file("/audit/packs?incidentId=" + closed);
        Path pack = Files.write(stack.layout().root().resolve(name), bytes);
        assertThat(OfflineVerifier.of(stack).verify(pack).words())
                .contains("incident " + closed, "ok    cosignature by witness.candor.local")
                .endsWith("verified\n");
        return pack;
    }

    private CaseFiles closedComplaint() throws Exception {
        CaseFiles file = CaseFiles.reported(users, "COMPLAINT", NARRATIVE);
        file.triage(true, false);
        file.document("anonymous");
        file.sign(PRIVACY, "4-I-A");
        file.complete("FORMS");
        file.review();
        file.answerComplaint("IN_PERSON", "The notice could not be seen.");
        file.post(PRIVACY, "/closure", Map.of()).expecting(200);
        return file;
    }

    /** Why the records may not go now. */
    private List<String> obstacles(UUID incident) throws Exception {
        JsonNode missing = order(incident).expecting(409).json().path("missing");
        return missing.valueStream().map(JsonNode::asText).toList();
    }

    private Answer order(UUID incident) throws Exception {
        return users.as(PRIVACY).post("/audit/disposals", Json.of("incidentId", incident));
    }

    private int dataKeys(ServiceName service, UUID incident) throws Exception {
        int port = Integer.parseInt(stack.postgres().replaceFirst(".*:", ""));
        try (Connection superuser = new Superuser(port, new Keys(stack.layout().keys())).connect(service.id());
                PreparedStatement count =
                        superuser.prepareStatement("select count(*) from vault.data_key where incident_id = ?")) {
            count.setObject(1, incident);
            try (ResultSet rows = count.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }
}
