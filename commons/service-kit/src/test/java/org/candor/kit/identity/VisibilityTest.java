package org.candor.kit.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.candor.kit.ledger.Calls.ENTITY;
import static org.candor.kit.ledger.Calls.with;
import static org.candor.kit.ledger.Calls.write;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.candor.events.AccessEvent.AccessRecorded;
import org.candor.events.OfficerRole;
import org.candor.events.Topic;
import org.candor.test.Database;
import org.candor.test.OnRealPlatform;
import org.candor.test.Routing;
import org.candor.test.Tokens;
import org.candor.test.TopicProbe;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@OnRealPlatform
class VisibilityTest {

    private static final String DANA = officer("dana").signed();

    private final UUID incident = UUID.randomUUID();
    private UUID entry;

    @BeforeEach
    void writeAnEntry() {
        entry = write(incident, "A narrative");
    }

    @Test
    void withoutARoutingRecordNobodySeesTheIncident() {
        isHiddenFrom(DANA);
    }

    @Test
    void withItsRecordTheIncidentIsSeenByThoseWhoseRoleAndGrantAllowIt() {
        arrives(Routing.open(incident, ENTITY));

        isShownTo(DANA);
        isShownTo(officer("dana").entities("clinic", ENTITY).signed());
        isHiddenFrom(officer("dana").entities("clinic").signed());
        isHiddenFrom(officer("dana").entities("").signed());
        isHiddenFrom(officer("dana").entities().signed());
        isHiddenFrom(officer("dana").entities(ENTITY + "-2").signed());
    }

    @Test
    void aTokenThatNamesNobodySeesNothingBecauseNobodyCouldBeRecused() {
        arrives(Routing.open(incident, ENTITY));

        isHiddenFrom(officer("").signed());
    }

    @Test
    void forTheRecusedTheIncidentDoesNotExist() {
        arrives(Routing.open(incident, ENTITY).recusing("dana"));

        isHiddenFrom(DANA);
        isShownTo(officer("robin").signed());
    }

    @Test
    void whereReadersAreRestrictedNobodyElseSeesIt() {
        arrives(Routing.open(incident, ENTITY).restrictedTo("robin", "kim"));

        isHiddenFrom(DANA);
        isShownTo(officer("robin").signed());
        isHiddenFrom(officer("robin").entities("clinic").signed());
    }

    @Test
    void anExceptionLetsInUntilItsTimeHasComeButNeverWhoIsRecused() {
        arrives(Routing.open(incident, ENTITY)
                .restrictedTo("robin")
                .excepting("dana", Instant.now().plusSeconds(600))
                .excepting("kim", Instant.now().minusSeconds(1))
                .excepting("pat", Instant.now().plusSeconds(600))
                .recusing("pat"));

        isShownTo(DANA);
        isHiddenFrom(officer("dana").entities("clinic").signed());
        isHiddenFrom(officer("kim").signed());
        isHiddenFrom(officer("pat").signed());

        arrives(Routing.open(incident, ENTITY).restrictedTo("robin").version(2));
        isHiddenFrom(DANA);
    }

    @Test
    void aReaderWhoIsRecusedIsRecused() {
        arrives(Routing.open(incident, ENTITY).restrictedTo("dana").recusing("dana"));

        isHiddenFrom(DANA);
    }

    @Test
    void aNewerRecordReplacesAnOlderOneButNeverTheOtherWayRound() {
        arrives(Routing.open(incident, ENTITY).version(2).recusing("dana"));
        arrives(Routing.open(incident, ENTITY).version(1));
        isHiddenFrom(DANA);
        arrives(Routing.open(incident, ENTITY).version(2));
        isHiddenFrom(DANA);
        arrives(Routing.open(incident, ENTITY).version(3).assigning(OfficerRole.COUNSEL, "robin"));
        isShownTo(DANA);
        assertThat(Database.rows("select version, officers from incident_routing where incident_id = ?", incident)
                        .toString())
                .contains("version=3", "robin");
    }

    @Test
    void theReadIsOnTheAccessTopicAndARefusedOneLeavesNothingBehind() {
        isHiddenFrom(DANA);
        arrives(Routing.open(incident, ENTITY));
        isShownTo(DANA);

        try (TopicProbe probe = TopicProbe.on(Topic.ACCESS)) {
            AccessRecorded access = probe.await(
                    AccessRecorded.class,
                    fact -> fact.action().equals("read-entry")
                            && fact.incidentIds().equals(List.of(incident)));
            assertThat(access.actor()).isEqualTo("dana");
            assertThat(access.roles()).containsExactly("privacy-officer");
            assertThat(access.service()).isEqualTo("ledger");
            assertThat(access.count()).isEqualTo(1);
            assertThat(access.allowed()).isTrue();
            probe.await(
                    AccessRecorded.class,
                    fact -> fact.action().equals("list-entries")
                            && fact.incidentIds().contains(incident));
            assertThat(probe.records())
                    .filteredOn(seen -> seen.fact() instanceof AccessRecorded other
                            && other.action().equals("read-entry")
                            && other.incidentIds().equals(List.of(incident)))
                    .hasSize(1);
        }
    }

    private void isShownTo(String token) {
        with(token).get("/entries/" + entry).then().statusCode(200);
        assertThat(listed(token)).contains(entry.toString());
    }

    private void isHiddenFrom(String token) {
        with(token).get("/entries/" + entry).then().statusCode(404);
        assertThat(listed(token)).doesNotContain(entry.toString());
    }

    /** Through all pages. */
    private static String listed(String token) {
        StringBuilder all = new StringBuilder();
        String next = null;
        do {
            var request = with(token).queryParam("limit", 200);
            var page = (next == null ? request : request.queryParam("cursor", next)).get("/entries");
            all.append(page.asString());
            next = page.then().statusCode(200).extract().path("next");
        } while (next != null);
        return all.toString();
    }

    /** Returns when the record has come through the channel. */
    private void arrives(Routing record) {
        UUID event = record.send().id();
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(
                        () -> assertThat(Database.rows("select count(*) as n from inbox where event_id = ?", event))
                                .containsExactly(Map.of("n", 1L)));
    }

    private static Tokens officer(String subject) {
        return Tokens.subject(subject).roles("privacy-officer");
    }
}
