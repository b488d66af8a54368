package org.candor.kit.disposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.candor.kit.ledger.Calls.ENTITY;
import static org.candor.kit.ledger.Calls.eventually;
import static org.candor.kit.ledger.Calls.officer;
import static org.candor.kit.ledger.Calls.write;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import org.candor.events.RetentionEvent.DisposalOrdered;
import org.candor.events.RetentionEvent.KeyDestroyed;
import org.candor.events.Topic;
import org.candor.test.Database;
import org.candor.test.Facts;
import org.candor.test.OnRealPlatform;
import org.candor.test.Routing;
import org.candor.test.TopicProbe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A back-up of the data, as old as one likes, brings nothing back once the key is destroyed: it was backed up apart. */
@QuarkusTest
@OnRealPlatform
class ShreddingTest {

    private static final String NARRATIVE = "What somebody told";
    private static final List<String> DATA = List.of("ledger_entry", "incident_routing");

    private final UUID incident = UUID.randomUUID();
    private UUID entry;

    @BeforeEach
    void aBackUpOfTheData() {
        entry = write(incident, NARRATIVE);
        Routing.open(incident, ENTITY).send();
        eventually().until(() -> officer().get("/entries/" + entry).statusCode() == 200);
        Database.execute("create schema backup");
        DATA.forEach(table -> Database.execute("create table backup.%1$s as select * from %1$s".formatted(table)));
    }

    @AfterEach
    void throwTheBackUpAway() {
        Database.execute("drop schema backup cascade");
    }

    /** Shows that the back-up is one: with the key at hand it brings all back. */
    @Test
    void theBackUpBringsTheDataBackWhileTheKeyIsThere() {
        Database.execute("delete from ledger_entry where incident_id = ?", incident);
        read().statusCode(404);

        restore();

        read().statusCode(200).body("narrative", equalTo(NARRATIVE));
    }

    @Test
    void theBackUpIsUnreadableOnceTheKeyIsDestroyed() {
        destroyTheKey();
        restore();
        assertThat(Database.number("select count(*) from ledger_entry where id = ?", entry))
                .isOne();

        String answer = read().statusCode(410)
                .body("code", equalTo("DISPOSED"))
                .extract()
                .asString();

        assertThat(answer).doesNotContain(NARRATIVE);
    }

    /** Even who loses the note of the disposal gets a new key only, and that opens nothing. */
    @Test
    void theBackUpIsUnreadableAlsoWhenTheNoteOfTheDisposalIsLost() {
        destroyTheKey();
        restore();
        Database.execute("delete from vault.disposed where incident_id = ?", incident);

        String answer = read().statusCode(500)
                .body("code", equalTo("INTERNAL"))
                .extract()
                .asString();

        assertThat(answer).doesNotContain(NARRATIVE);
    }

    private ValidatableResponse read() {
        return officer().get("/entries/" + entry).then();
    }

    private void destroyTheKey() {
        Facts.send(Topic.RETENTION, Facts.sample(Topic.RETENTION, DisposalOrdered.class, incident), ENTITY);
        try (TopicProbe probe = TopicProbe.on(Topic.RETENTION)) {
            probe.await(KeyDestroyed.class, destroyed -> destroyed.incidentId().equals(incident));
        }
        read().statusCode(404);
    }

    /** The rows of this incident are those of the back-up; the keys are not in it. */
    private void restore() {
        for (String table : DATA) {
            Database.execute("delete from %s where incident_id = ?".formatted(table), incident);
            Database.execute(
                    "insert into %1$s select * from backup.%1$s where incident_id = ?".formatted(table), incident);
        }
    }
}
