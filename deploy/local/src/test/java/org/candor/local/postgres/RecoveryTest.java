package org.candor.local.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candor.local.Checkout;
import org.candor.local.Layout;
import org.candor.local.Ports;
import org.candor.local.ServiceName;
import org.candor.local.Trees;
import org.candor.local.keys.Keys;
import org.candor.local.process.Children;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server, its copy, and what is brought back from that and the archived log. */
class RecoveryTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Path PROGRAMS = Checkout.find().postgres();

    /** As a service finds it before its first row. */
    private static final String[] SCHEMA = {
        "create table flyway_schema_history (version text, script text, checksum integer, success boolean)",
        "insert into flyway_schema_history values ('1', 'V1__create.sql', 7, true)",
        "create schema trail",
        "create table fact (id bigint generated always as identity primary key, word text not null,"
                + " size integer generated always as (length(word)) stored)",
        "create table trail.entry (fact_id bigint not null references fact, bytes bytea not null)",
        "create table kind (name text primary key)",
        "insert into kind values ('put there by a migration')",
        "create function trail.refuse() returns trigger language plpgsql as $$ begin raise 'never'; end $$",
        "create trigger refuse_change before update or delete or truncate on trail.entry"
                + " for each statement execute function trail.refuse()",
        "alter table trail.entry enable always trigger refuse_change"
    };

    @TempDir
    Path folder;

    private Layout layout;
    private Keys keys;
    private WalArchive archive;
    private Path base;
    private Postgres postgres;
    private Superuser superuser;

    @BeforeEach
    void startAndCopy() throws Exception {
        layout = new Layout(folder.resolve("a stack"));
        layout.create();
        keys = new Keys(layout.keys());
        archive = new WalArchive(folder.resolve("a back-up/wal"));
        base = folder.resolve("a back-up/base");
        int port = Ports.free().of(Ports.POSTGRES);
        postgres = new Postgres(PROGRAMS, layout, port, keys, children());
        postgres.start();
        superuser = BaseCopy.running(layout);
        execute(superuser, SCHEMA);
        say("before");
        BaseCopy.take(superuser, layout, archive, base);
    }

    @AfterEach
    void end() throws Exception {
        postgres.stop();
        Trees.delete(folder.resolve("a stack"));
    }

    @Test
    void bringsBackWhatWasCommittedAfterTheCopyToo() throws Exception {
        say("after");
        archive.awaitAll(superuser, PATIENCE);
        postgres.kill();
        Trees.delete(layout.data("postgres"));

        recover(Optional.empty(), true).close();
        postgres.start();
        assertThat(words(superuser)).containsExactly("before", "after");

        say("later");
        archive.awaitAll(superuser, PATIENCE);
        postgres.kill();
        Trees.delete(layout.data("postgres"));
        recover(Optional.empty(), true).close();
        postgres.start();
        assertThat(words(superuser)).containsExactly("before", "after", "later");
    }

    @Test
    void goesBackToAMomentAndReplacesOneDatabaseOnly() throws Exception {
        say("after");
        Thread.sleep(20);
        Instant moment = Instant.now();
        Thread.sleep(20);
        execute(superuser, "alter table trail.entry disable trigger refuse_change", "truncate fact cascade");
        archive.awaitAll(superuser, PATIENCE);
        assertThat(words(superuser)).isEmpty();

        try (Recovery source = Recovery.begin(
                PROGRAMS,
                layout,
                base,
                archive,
                layout.data("postgres-source"),
                Optional.of(moment),
                false,
                children())) {
            replacement().run(ServiceName.BREACH, source.superuser(), () -> execute(superuser, SCHEMA));
        }
        assertThat(words(superuser)).containsExactly("before", "after");
        say("next");
        assertThat(words(superuser)).containsExactly("before", "after", "next");
        assertThatThrownBy(() -> execute(superuser, "delete from trail.entry")).hasMessageContaining("never");
    }

    @Test
    void leavesTheOldDatabaseWhenTheSchemaIsOfAnotherVersion() throws Exception {
        archive.awaitAll(superuser, PATIENCE);
        try (Recovery source = Recovery.begin(
                PROGRAMS, layout, base, archive, layout.data("postgres-source"), Optional.empty(), false, children())) {
            assertThatThrownBy(() -> replacement().run(ServiceName.BREACH, source.superuser(), () -> {
                        execute(superuser, SCHEMA);
                        execute(superuser, "insert into flyway_schema_history values ('2', 'V2__new.sql', 8, true)");
                    }))
                    .hasMessageContaining("another version");
        }
        assertThat(words(superuser)).containsExactly("before");
    }

    @Test
    void archivesNothingInAFolderThatIsGone() throws Exception {
        Trees.delete(archive.folder());
        assertThat(WalArchive.of(layout)).isEmpty();
        Files.delete(layout.archive());
        assertThat(WalArchive.of(layout)).isEmpty();
        assertThatThrownBy(() -> new WalArchive(Path.of("/tmp/it's")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("only letters");
    }

    private Children children() {
        return new Children(layout.run());
    }

    private DatabaseReplacement replacement() {
        return new DatabaseReplacement(superuser, keys);
    }

    private Recovery recover(Optional<Instant> until, boolean archiving) throws Exception {
        return Recovery.begin(PROGRAMS, layout, base, archive, layout.data("postgres"), until, archiving, children());
    }

    private void say(String word) throws Exception {
        execute(
                superuser,
                "with said as (insert into fact (word) values ('%s') returning id)".formatted(word)
                        + " insert into trail.entry select id, '\\x00ff' from said");
    }

    private static void execute(Superuser superuser, String... statements) throws Exception {
        try (Connection connection = superuser.connect("breach");
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Those whose entry is there too. */
    private static List<String> words(Superuser superuser) throws Exception {
        List<String> words = new ArrayList<>();
        try (Connection connection = superuser.connect("breach");
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select f.word from fact f join trail.entry e on e.fact_id = f.id"
                                + " where f.size = length(f.word) and exists (select 1 from kind) order by f.id")) {
            while (rows.next()) {
                words.add(rows.getString(1));
            }
        }
        return words;
    }
}
