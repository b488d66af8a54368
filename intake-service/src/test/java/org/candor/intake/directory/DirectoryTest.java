package org.candor.intake.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.candor.intake.IntakeFixtures.json;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.candor.events.DirectoryEvent.Absence;
import org.candor.events.DirectoryEvent.EntityChanged;
import org.candor.events.DirectoryEvent.EntityKind;
import org.candor.events.DirectoryEvent.OfficerChanged;
import org.candor.events.OfficerRole;
import org.candor.events.Topic;
import org.candor.intake.IntakeFixtures;
import org.candor.test.Database;
import org.candor.test.OnRealPlatform;
import org.candor.test.Seen;
import org.candor.test.TopicProbe;
import org.junit.jupiter.api.Test;

@QuarkusTest
@OnRealPlatform
class DirectoryTest {

    @Test
    void publishesAnEntityWholeAndRefusesAStaleChange() {
        String id = "clinic-" + UUID.randomUUID().toString().substring(0, 8);
        String tag = json("operator")
                .body(clinic("Fernbrook Clinic"))
                .put("/directory/entities/" + id)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");

        json("administrator")
                .body(clinic("Fernbrook"))
                .put("/directory/entities/" + id)
                .then()
                .statusCode(428);
        json("administrator")
                .header("If-Match", tag)
                .body(clinic("Fernbrook Family Clinic"))
                .put("/directory/entities/" + id)
                .then()
                .statusCode(200);
        json("administrator")
                .header("If-Match", tag)
                .body(clinic("Late"))
                .put("/directory/entities/" + id)
                .then()
                .statusCode(412)
                .body("code", equalTo("STALE_VERSION"));

        try (TopicProbe directory = TopicProbe.on(Topic.DIRECTORY)) {
            EntityChanged fact = directory.await(
                    EntityChanged.class,
                    e -> e.entityId().equals(id) && e.name().equals("Fernbrook Family Clinic"));
            assertThat(fact)
                    .isEqualTo(new EntityChanged(
                            id,
                            "Fernbrook Family Clinic",
                            EntityKind.COVERED_ENTITY,
                            "4 Alder Row",
                            "Fernbrook",
                            "WI",
                            "53998",
                            "America/Chicago",
                            "+18005550143",
                            "privacy@fernbrook.example",
                            "https://fernbrook.example"));
        }
    }

    @Test
    void publishesAnOfficerWholeWheneverHeChanges() {
        String entity = "clinic-" + UUID.randomUUID().toString().substring(0, 8);
        IntakeFixtures.putEntity(entity);
        UUID id = UUID.randomUUID();
        Map<String, Object> officer = new HashMap<>(Map.of(
                "entityId", entity,
                "role", "COUNSEL",
                "person", "philippa.thornquist",
                "displayName", "Philippa Thornquist",
                "mailbox", "counsel@fernbrook.example",
                "absences", List.of(Map.of("from", "2026-03-02", "until", "2026-03-06"))));
        putOfficer(id, officer);
        officer.put("active", false);
        officer.put("absences", List.of());
        putOfficer(id, officer);

        try (TopicProbe directory = TopicProbe.on(Topic.DIRECTORY)) {
            List<Absence> away = List.of(new Absence(LocalDate.parse("2026-03-02"), LocalDate.parse("2026-03-06")));
            assertThat(directory.awaitRecords(
                            OfficerChanged.class, fact -> fact.officerId().equals(id), 2))
                    .extracting(Seen::fact)
                    .containsExactly(counsel(id, entity, away, true), counsel(id, entity, List.of(), false));
        }
    }

    private static void putOfficer(UUID id, Map<String, Object> officer) {
        json("administrator")
                .header("If-Match", "*")
                .body(officer)
                .put("/directory/officers/" + id)
                .then()
                .statusCode(200);
    }

    private static OfficerChanged counsel(UUID id, String entity, List<Absence> absences, boolean active) {
        return new OfficerChanged(
                id,
                entity,
                OfficerRole.COUNSEL,
                "philippa.thornquist",
                "Philippa Thornquist",
                "counsel@fernbrook.example",
                absences,
                active);
    }

    @Test
    void seesWhatAnotherReplicaHasChanged() {
        String id = "clinic-" + UUID.randomUUID().toString().substring(0, 8);
        json("operator")
                .body(clinic("Fernbrook Clinic"))
                .put("/directory/entities/" + id)
                .then()
                .statusCode(200);
        assertThat(nameInTheForm(id)).isEqualTo("Fernbrook Clinic");

        Database.execute("""
                with renamed as (update legal_entity set name = 'Fernbrook Dental' where entity_id = ?)
                update directory_revision set revision = revision + 1
                """, id);

        assertThat(nameInTheForm(id)).isEqualTo("Fernbrook Dental");
    }

    private static String nameInTheForm(String id) {
        return json("workforce")
                .get("/form")
                .then()
                .statusCode(200)
                .extract()
                .path("entities.find { it.entityId == '" + id + "' }.name");
    }

    @Test
    void goesOnWhileANewVersionAddsAColumn() {
        listOnEveryConnection();
        Database.execute("alter table legal_entity add column added_later text");
        try {
            listOnEveryConnection();
        } finally {
            Database.execute("alter table legal_entity drop column added_later");
        }
        listOnEveryConnection();
    }

    private static void listOnEveryConnection() {
        IntStream.range(0, 64)
                .parallel()
                .forEach(any ->
                        json("operator").get("/directory/entities").then().statusCode(200));
    }

    @Test
    void refusesATimeZoneThatDoesNotExist() {
        Map<String, Object> clinic = clinic("Fernbrook Clinic");
        clinic.put("timeZone", "America/Larkspur");
        json("operator")
                .body(clinic)
                .put("/directory/entities/nowhere")
                .then()
                .statusCode(422)
                .body("code", equalTo("UNKNOWN_TIME_ZONE"));
    }

    private static Map<String, Object> clinic(String name) {
        return new HashMap<>(Map.of(
                "name",
                name,
                "kind",
                "COVERED_ENTITY",
                "street",
                "4 Alder Row",
                "city",
                "Fernbrook",
                "state",
                "WI",
                "zip",
                "53998",
                "timeZone",
                "America/Chicago",
                "email",
                "privacy@fernbrook.example",
                "tollFree",
                "+18005550143",
                "website",
                "https://fernbrook.example"));
    }
}
