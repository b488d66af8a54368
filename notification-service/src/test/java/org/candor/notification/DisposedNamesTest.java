package org.candor.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.candor.notification.Fixtures.breach;
import static org.candor.notification.Fixtures.importing;
import static org.candor.notification.Fixtures.individuals;
import static org.candor.notification.Fixtures.officer;
import static org.candor.notification.Fixtures.person;
import static org.candor.notification.Fixtures.today;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.candor.events.RetentionEvent.DisposalOrdered;
import org.candor.events.RetentionEvent.KeyDestroyed;
import org.candor.events.Topic;
import org.candor.test.Database;
import org.candor.test.Facts;
import org.candor.test.OnRealPlatform;
import org.candor.test.TopicProbe;
import org.junit.jupiter.api.Test;

/** 45 CFR 164.530(j), 164.528: names that were prepared for look-ups go with their incident, and keep nobody else waiting. */
@QuarkusTest
@OnRealPlatform
@WithTestResource(Surroundings.class)
class DisposedNamesTest {

    private static final Duration SOON = Duration.ofSeconds(40);

    @Test
    void afterTheDisposalTheNamesAreGoneAndOthersAreStillAnswered() {
        String family = "Lastly" + UUID.randomUUID().toString().replaceAll("[^a-z]", "");
        UUID disposed = affected(family);
        UUID kept = affected(family);
        answered(family, List.of(disposed, kept));
        assertThat(named(disposed)).isEqualTo(1);
        assertThat(keyed(disposed)).isEqualTo(2);

        Facts.send(Topic.RETENTION, Facts.sample(Topic.RETENTION, DisposalOrdered.class, disposed), Fixtures.CITY);
        try (TopicProbe probe = TopicProbe.on(Topic.RETENTION)) {
            KeyDestroyed destroyed =
                    probe.await(KeyDestroyed.class, told -> told.incidentId().equals(disposed));
            // The person, the other id under which he stood, and his name for look-ups.
            assertThat(destroyed.indexRows()).isEqualTo(3);
        }
        assertThat(keyed(disposed)).isZero();
        assertThat(keyed(kept)).isEqualTo(2);
        assertThat(named(disposed)).isZero();

        answered(family, List.of(kept));
        assertThat(named(disposed)).isZero();
        assertThat(named(kept)).isEqualTo(1);
    }

    /** A disposal that runs beside the work: what was read before is not put behind it, and a late wish keeps nobody waiting. */
    @Test
    void namesAreNotPutBehindADisposal() throws Exception {
        String family = "Meanwhile" + UUID.randomUUID().toString().replaceAll("[^a-z]", "");
        UUID disposed = affected(family);
        UUID kept = affected(family);
        try (Connection disposal = Database.connect()) {
            disposal.setAutoCommit(false);
            Database.execute("insert into look_up_index (incident_id) values (?)", disposed);
            try (PreparedStatement take =
                    disposal.prepareStatement("delete from look_up_index where incident_id = ?")) {
                take.setObject(1, disposed);
                take.executeUpdate();
                // The names are ready and wait to be put.
                await().atMost(SOON)
                        .until(() ->
                                Database.number("select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                                                + " and query like '%look_up_index%for share%'")
                                        > 0);
            }
            assertThat(named(disposed)).isZero();
            disposal.commit();
        }
        Database.execute(
                "insert into vault.disposed (incident_id, disposal_id, disposed_at, hidden)"
                        + " values (?, gen_random_uuid(), now(), false)",
                disposed);
        Database.execute("insert into look_up_index (incident_id) values (?)", disposed);

        answered(family, List.of(kept));
        assertThat(named(disposed)).isZero();
    }

    /** A new request is answered with these breaches. */
    private static void answered(String family, List<UUID> breaches) {
        String id = officer()
                .contentType("application/json")
                .body(Map.of(
                        "entityId",
                        Fixtures.CITY,
                        "receivedOn",
                        today().toString(),
                        "givenName",
                        "Ana",
                        "familyName",
                        family,
                        "zip",
                        "54901"))
                .post("/accounting-requests")
                .path("id");
        await().atMost(SOON)
                .untilAsserted(() -> officer()
                        .get("/accounting-requests/" + id + "/accounting")
                        .then()
                        .statusCode(200)
                        .body("entries", hasSize(breaches.size()))
                        .body("entries.incidentId", hasItem(breaches.getLast().toString())));
    }

    private static UUID affected(String family) {
        UUID incident = breach(false, individuals(null));
        importing(incident, Fixtures.header() + row("P-1", family) + "\n" + row("P-2", family))
                .then()
                .statusCode(200);
        return incident;
    }

    /** The same person under each id. */
    private static String row(String id, String family) {
        return person(id, family, "1 Elm Street", "Larkspur Falls", "WI", "54901", "", "no", "en")
                .replace(",en,,", ",en,1980-02-03,");
    }

    /** What tells by a keyed number that he is in the roster. */
    private static long keyed(UUID incident) {
        return Database.number(
                "select (select count(*) from person where incident_id = ? and same_index is not null and address_index is not null)"
                        + " + (select count(*) from person_alias where incident_id = ?)",
                incident,
                incident);
    }

    private static long named(UUID incident) {
        return Database.number("select count(*) from person_look_up where incident_id = ?", incident);
    }
}
