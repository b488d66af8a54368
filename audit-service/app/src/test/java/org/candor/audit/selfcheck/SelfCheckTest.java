package org.candor.audit.selfcheck;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.candor.audit.CopiesOutside;
import org.candor.audit.Story;
import org.candor.audit.TrailKeyFile;
import org.candor.events.DeadlineEvent.DeadlineMet;
import org.candor.events.DeadlineEvent.DeadlineSet;
import org.candor.events.Envelope;
import org.candor.events.OfficerRole;
import org.candor.events.Topic;
import org.candor.test.Database;
import org.candor.test.Facts;
import org.candor.test.OnRealPlatform;
import org.candor.test.Tokens;
import org.candor.test.TopicProbe;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a superuser does behind the grants and triggers is found and named. */
@QuarkusTest
@OnRealPlatform(separateOwner = true)
@WithTestResource(TrailKeyFile.class)
@WithTestResource(CopiesOutside.class)
class SelfCheckTest {

    private static final int A_FULL_TILE = 256;
    private static final List<String> TABLES = List.of("entry", "tile", "checkpoint");

    @BeforeEach
    void fillATile() {
        while (Database.number("select count(*) from trail.entry") < A_FULL_TILE + 20) {
            send(100);
        }
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(Story.checkpointSize()).isGreaterThan(A_FULL_TILE));
    }

    @Test
    void findsNothingInATrailThatNobodyTouched() {
        JsonPath found = check();
        assertThat(found.getBoolean("holds")).isTrue();
        assertThat(found.getLong("entries"))
                .isEqualTo(found.getLong("signedEntries"))
                .isGreaterThan(A_FULL_TILE);
        assertThat(found.getString("finding")).isNull();
    }

    @Test
    void namesTheEntryOfWhichAByteWasFlipped() throws SQLException {
        assertNamed(17, "update trail.entry set bytes = set_byte(bytes, 40, get_byte(bytes, 40) # 1) where index = 17");
    }

    @Test
    void namesTheEntryOfWhichAColumnWasEdited() throws SQLException {
        assertNamed(18, "update trail.entry set actor = 'somebody-else' where index = 18");
    }

    @Test
    void namesTheEntryThatWasDeleted() throws SQLException {
        assertNamed(19, "delete from trail.entry where index = 19");
    }

    @Test
    void namesTheFirstOfTwoThatWereSwapped() throws SQLException {
        assertWithin(21, """
                update trail.entry e
                   set bytes = o.bytes, leaf_hash = o.leaf_hash, topic = o.topic, type = o.type, source = o.source,
                       sequence = o.sequence, incidents = o.incidents, entity_id = o.entity_id, actor = o.actor,
                       happened_at = o.happened_at, received_at = o.received_at
                  from trail.entry o
                 where (e.index = 21 and o.index = 22) or (e.index = 22 and o.index = 21)
                """);
    }

    @Test
    void findsAnEditThatAlsoMendedItsHash() throws SQLException {
        assertWithin(23, """
                update trail.entry
                   set bytes = set_byte(bytes, length(bytes) - 2, 48),
                       leaf_hash = sha256('\\x00'::bytea || set_byte(bytes, length(bytes) - 2, 48))
                 where index = 23
                """);
    }

    @Test
    void findsAnEditedTile() throws SQLException {
        assertWithin(
                0,
                "update trail.tile set hashes = set_byte(hashes, 5, get_byte(hashes, 5) # 1) where level = 0 and index = 0");
    }

    @Test
    void findsATailThatWasCutOff() throws SQLException {
        long last = Story.checkpointSize() - 1;
        assertWithin(last, "delete from trail.entry where index >= " + last);
    }

    @Test
    void findsAForgedCheckpoint() throws SQLException {
        long size = Database.number("select min(size) from trail.checkpoint where size > 0");
        assertWithin(0, "update trail.checkpoint set note = replace(note, 'A', 'B') where size = " + size);
        assertWithin(0, "update trail.checkpoint set root = sha256('x') where size = " + size);
    }

    @Test
    void findsAnEntryThatWasInsertedBetweenOthers() throws SQLException {
        assertWithin(25, "update trail.entry set index = index + 1000001 where index >= 25", """
                update trail.entry set index = index - 1000000 where index >= 25
                """, """
                insert into trail.entry
                select 25, gen_random_uuid(), topic, type, source, sequence, incidents, entity_id, actor, happened_at,
                       received_at, bytes, leaf_hash
                  from trail.entry where index = 24
                """);
    }

    @Test
    void findsATableThatWasEmptied() throws SQLException {
        assertWithin(0, "delete from trail.entry");
    }

    /** Everything in the database agrees then; only what was kept outside does not. */
    @Test
    void findsYesterdaysBackUp() throws SQLException {
        long yesterday = Database.number(
                "select max(size) from trail.checkpoint where size < " + "(select max(size) from trail.checkpoint)");
        awaitCopies();
        JsonPath found = checkAfter(
                "delete from trail.entry where index >= " + yesterday,
                "delete from trail.checkpoint where size > " + yesterday);
        assertThat(found.getBoolean("holds")).isFalse();
        assertThat(found.getString("finding")).endsWith("is not the one that was copied outside");
    }

    @Test
    void signsEachResultAndAlarmsTheAuditorOnce() throws SQLException {
        checkAfter("update trail.entry set actor = 'somebody-else' where index = 18");
        List<Map<String, Object>> past = given().auth()
                .oauth2(Tokens.of("auditor"))
                .get("/self-check")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items");
        assertThat(past.getFirst()).containsEntry("holds", true);
        assertThat(past.get(1)).containsEntry("holds", false);
        assertThat(past.get(1).get("note").toString())
                .startsWith("candor-self-check/1\n")
                .contains("differs from 18 to 18: a searchable column")
                .contains("\n\n\u2014 candor.local/trail/self-check ");

        UUID alarm;
        try (TopicProbe probe = TopicProbe.on(Topic.PROGRAMME)) {
            DeadlineSet set =
                    probe.await(DeadlineSet.class, fact -> fact.kind().equals("TRAIL_IS_NOT_WHAT_WAS_SIGNED"));
            assertThat(set.role()).isEqualTo(OfficerRole.AUDITOR);
            alarm = set.deadlineId();
        }
        try (TopicProbe probe = TopicProbe.on(Topic.PROGRAMME)) {
            assertThat(probe.await(DeadlineMet.class, fact -> fact.deadlineId().equals(alarm)))
                    .isNotNull();
        }
        assertThat(Database.number("select count(*) from trail_alarm")).isZero();
    }

    private static void awaitCopies() {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            Path folder = Path.of(System.getProperty(CopiesOutside.FOLDER));
            String newest = "%019d.txt".formatted(Database.number("select max(size) from trail.checkpoint"));
            try (Stream<Path> files = Files.walk(folder)) {
                assertThat(files.map(Path::getFileName).map(Path::toString)).contains(newest);
            }
        });
    }

    private static void assertNamed(long index, String edit) throws SQLException {
        JsonPath found = checkAfter(edit);
        assertThat(found.getBoolean("holds")).as(edit).isFalse();
        assertThat(found.getLong("firstBadIndex")).as(edit).isEqualTo(index);
        assertThat(found.getLong("lastBadIndex")).as(edit).isEqualTo(index);
    }

    private static void assertWithin(long index, String... edits) throws SQLException {
        JsonPath found = checkAfter(edits);
        assertThat(found.getBoolean("holds")).as(edits[0]).isFalse();
        assertThat(index).as(edits[0]).isBetween(found.getLong("firstBadIndex"), found.getLong("lastBadIndex"));
    }

    /** Edits behind the triggers while nobody appends or signs, checks, and puts everything back as it was. */
    private static JsonPath checkAfter(String... edits) throws SQLException {
        try (Connection superuser = Database.connect();
                Statement statement = superuser.createStatement()) {
            statement.execute("select pg_advisory_lock(hashtext('candor.trail.append'))");
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(Database.number("select count(*) from trail.entry"))
                            .isEqualTo(Database.number("select max(size) from trail.checkpoint")));
            statement.execute("select pg_advisory_lock(hashtext('candor.trail.sign'))");
            behindTheTriggers(statement, false);
            for (String table : TABLES) {
                statement.execute("create table saved_" + table + " as select * from trail." + table);
            }
            try {
                for (String edit : edits) {
                    assertThat(statement.executeUpdate(edit)).as(edit).isPositive();
                }
                return check();
            } finally {
                restore(statement);
                behindTheTriggers(statement, true);
                statement.execute("select pg_advisory_unlock_all()");
                assertThat(check().getBoolean("holds")).isTrue();
            }
        }
    }

    private static void restore(Statement statement) throws SQLException {
        statement.execute("delete from trail.entry");
        statement.execute("insert into trail.entry select * from saved_entry");
        statement.execute(
                "update trail.tile t set hashes = s.hashes from saved_tile s where (t.level, t.index) = (s.level, s.index)");
        statement.execute(
                "update trail.checkpoint c set note = s.note, root = s.root from saved_checkpoint s where c.size = s.size");
        statement.execute("insert into trail.checkpoint (size, previous, root, key_id, note, signed_at, origin)"
                + " select size, previous, root, key_id, note, signed_at, origin from saved_checkpoint order by size"
                + " on conflict do nothing");
        for (String table : TABLES) {
            statement.execute("drop table saved_" + table);
        }
    }

    private static void behindTheTriggers(Statement statement, boolean enabled) throws SQLException {
        for (String table : TABLES) {
            statement.execute("alter table trail." + table + (enabled ? " enable always" : " disable")
                    + " trigger refuse_change");
        }
    }

    private static JsonPath check() {
        return given().auth()
                .oauth2(Tokens.of("auditor"))
                .post("/self-check")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static void send(int count) {
        for (int i = 0; i < count; i++) {
            Envelope envelope = new Envelope(
                    UUID.randomUUID(),
                    "org.candor.test.counted.v1",
                    "/test",
                    "k",
                    Instant.parse("2026-11-20T15:00:00Z"),
                    "",
                    false,
                    "",
                    "system",
                    "",
                    0);
            Facts.sendRaw(Topic.PROGRAMME, "k", "{}".getBytes(UTF_8), Facts.headers(envelope));
        }
        long before = Database.number("select count(*) from trail.entry");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(Database.number("select count(*) from trail.entry"))
                        .isGreaterThanOrEqualTo(Math.min(before + 1, A_FULL_TILE)));
    }
}
