package org.candor.audit.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.candor.audit.Story;
import org.candor.audit.TrailKeyFile;
import org.candor.test.Database;
import org.candor.test.OnRealPlatform;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Immutable by grants and by triggers: each is tested where the other does not help. */
@QuarkusTest
@OnRealPlatform(separateOwner = true)
@WithTestResource(TrailKeyFile.class)
class ImmutabilityTest {

    private static final List<String> TABLES = List.of(
            "log",
            "key",
            "entry",
            "tile",
            "checkpoint",
            "closed_log",
            "cosignature",
            "self_check",
            "timestamp",
            "removal");
    private static final String NOT_ALLOWED = "42501";

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "CANDOR_DB_USER")
    String user;

    @ConfigProperty(name = "CANDOR_DB_PASSWORD")
    String password;

    @ConfigProperty(name = "CANDOR_DB_OWNER")
    String owner;

    @ConfigProperty(name = "CANDOR_DB_OWNER_PASSWORD")
    String ownerPassword;

    @BeforeEach
    void haveEntries() {
        Story.triaged().integrated(4);
    }

    @Test
    void refusesEveryChangeToTheServicesUserByGrants() throws SQLException {
        try (Connection service = DriverManager.getConnection(url, user, password)) {
            for (String table : TABLES) {
                assertRefused(service, "update trail." + table + " set " + column(table), "permission denied");
                assertRefused(service, "delete from trail." + table, "permission denied");
                assertRefused(service, "truncate trail." + table + " cascade", "permission denied");
                assertRefused(service, "drop table trail." + table, "must be owner");
                assertRefused(service, "alter table trail." + table + " disable trigger all", "must be owner");
            }
            assertRefused(service, "create table trail.other (id int)", "permission denied");
            assertRefused(service, "set session_replication_role = replica", "permission denied");
        }
    }

    @Test
    void refusesEveryChangeToTheOwnerByTriggers() throws SQLException {
        try (Connection owner = DriverManager.getConnection(url, this.owner, ownerPassword)) {
            assertEveryChangeMeetsATrigger(owner);
        }
    }

    @Test
    void refusesEveryChangeToASuperuserByTriggersAlsoAsAReplica() throws SQLException {
        try (Connection superuser = Database.connect();
                Statement statement = superuser.createStatement()) {
            statement.execute("set session_replication_role = replica");
            assertEveryChangeMeetsATrigger(superuser);
        }
    }

    @Test
    void refusesASecondStateOnTheSamePredecessor() {
        String fork = "insert into trail.checkpoint (origin, size, previous, root, key_id, note, signed_at)"
                + " select origin, size + 1000000, previous, root, key_id, note, signed_at from trail.checkpoint where size = (select max(size) from trail.checkpoint)";
        assertThatThrownBy(() -> Database.execute(fork)).rootCause().hasMessageContaining("checkpoint_previous_key");
    }

    @Test
    void belongsToARoleThatCannotLogIn() {
        assertThat(Database.number("""
                        select count(*) from pg_namespace n join pg_roles r on r.oid = n.nspowner
                         where n.nspname = 'trail' and not r.rolcanlogin
                        """)).isOne();
        assertThat(Database.number("""
                        select count(*) from pg_class t join pg_roles r on r.oid = t.relowner
                         where t.relnamespace = 'trail'::regnamespace and t.relkind = 'r' and not r.rolcanlogin
                        """)).isEqualTo(TABLES.size());
    }

    @Test
    void letsTheServiceReadTheTrail() throws SQLException {
        try (Connection service = DriverManager.getConnection(url, user, password);
                Statement statement = service.createStatement()) {
            for (String table : TABLES) {
                assertThatCode(() -> statement.executeQuery("select * from trail." + table + " limit 1"))
                        .doesNotThrowAnyException();
            }
        }
    }

    /** What the service asks at its start, and refuses to start for. */
    @Test
    void tellsTheOwnerFromTheServicesUser() throws SQLException {
        assertThat(mayChangeTheTrail(user, password)).isFalse();
        assertThat(mayChangeTheTrail(owner, ownerPassword)).isTrue();
    }

    private boolean mayChangeTheTrail(String who, String secret) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, who, secret);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(TrailRights.TOO_MANY)) {
            result.next();
            return result.getBoolean(1);
        }
    }

    private static void assertEveryChangeMeetsATrigger(Connection connection) {
        for (String table : TABLES) {
            assertRefused(connection, "update trail." + table + " set " + column(table), "append-only");
            assertRefused(
                    connection, "update trail." + table + " set " + column(table) + " where false", "append-only");
            assertRefused(connection, "delete from trail." + table, "append-only");
            assertRefused(connection, "truncate trail." + table + " cascade", "append-only");
        }
    }

    private static void assertRefused(Connection connection, String sql, String reason) {
        assertThatThrownBy(() -> {
                    try (Statement statement = connection.createStatement()) {
                        statement.execute(sql);
                    }
                })
                .as(sql)
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(NOT_ALLOWED))
                .hasMessageContaining(reason);
    }

    private static String column(String table) {
        return switch (table) {
            case "log" -> "opened_at = now()";
            case "key" -> "since = now()";
            case "tile" -> "level = level";
            case "checkpoint" -> "signed_at = now()";
            case "closed_log" -> "closed_at = now()";
            case "cosignature" -> "at = now()";
            case "self_check" -> "checked_at = now()";
            case "timestamp" -> "stamped_at = now()";
            case "removal" -> "approved_at = now()";
            default -> "actor = 'nobody'";
        };
    }
}
