package org.candor.local.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.candor.local.Checkout;
import org.candor.local.Layout;
import org.candor.local.Ports;
import org.candor.local.ServiceName;
import org.candor.local.Trees;
import org.candor.local.keys.Keys;
import org.candor.local.postgres.Accounts;
import org.candor.local.postgres.Postgres;
import org.candor.local.postgres.Superuser;
import org.candor.local.process.Children;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A database of the last release with a row in every table is migrated as the service migrates it, and keeps what is in it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UpgradeTest {

    @TempDir
    static Path folder;

    private Postgres postgres;
    private Superuser superuser;

    @BeforeAll
    void start() throws Exception {
        Layout layout = new Layout(folder.resolve("stack"));
        layout.create();
        Keys keys = new Keys(layout.keys());
        int port = Ports.free().of(Ports.POSTGRES);
        postgres = new Postgres(Checkout.find().postgres(), layout, port, keys, new Children(layout.run()));
        postgres.start();
        superuser = new Superuser(port, keys);
    }

    @AfterAll
    void stop() throws Exception {
        postgres.stop();
        Trees.delete(folder.resolve("stack"));
    }

    @ParameterizedTest
    @EnumSource
    void whatTheReleaseHasWrittenIsThereAfterTheUpgrade(ServiceName service) throws Exception {
        Migrations migrations = Migrations.of(service);
        migrate(service, migrations.released());
        try (Connection connection = superuser.connect(service.id())) {
            GenericRows rows = new GenericRows(connection);
            rows.insert();
            disposeOfAnotherIncident(connection);
            Map<String, List<JsonNode>> before = rows.read();
            assertThat(before)
                    .hasSizeGreaterThan(10)
                    .allSatisfy((table, found) -> assertThat(found).as(table).isNotEmpty());

            List<Path> all = new ArrayList<>(migrations.released());
            all.addAll(migrations.since());
            migrate(service, all);
            assertThat(lost(before, rows.read())).isEmpty();
        }
    }

    @Test
    void aLostTableColumnRowOrValueIsSeen() throws Exception {
        ObjectMapper json = new ObjectMapper();
        JsonNode row = json.readTree("{\"id\":1,\"kind\":\"A\"}");
        JsonNode changed = json.readTree("{\"id\":1,\"kind\":\"B\"}");
        JsonNode narrower = json.readTree("{\"id\":1}");
        JsonNode wider = json.readTree("{\"id\":1,\"kind\":\"A\",\"size\":2}");
        Map<String, List<JsonNode>> before = Map.of("report", List.of(row));

        assertThat(lost(before, Map.of("report", List.of(wider, changed)))).isEmpty();
        assertThat(lost(before, Map.of())).hasSize(1);
        assertThat(lost(before, Map.of("report", List.of()))).hasSize(1);
        assertThat(lost(before, Map.of("report", List.of(changed)))).hasSize(1);
        assertThat(lost(before, Map.of("report", List.of(narrower)))).hasSize(1);
    }

    /** All rows are about one incident, and what was disposed of may go with an upgrade. */
    private static void disposeOfAnotherIncident(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("update vault.disposed set incident_id = gen_random_uuid()");
        }
    }

    /** Rows of before that are nowhere any more with all their values. */
    private static List<String> lost(Map<String, List<JsonNode>> before, Map<String, List<JsonNode>> after) {
        List<String> lost = new ArrayList<>();
        before.forEach((table, rows) -> rows.stream()
                .filter(row -> after.getOrDefault(table, List.of()).stream().noneMatch(now -> holds(now, row)))
                .forEach(row -> lost.add(table + " " + row)));
        return lost;
    }

    private static boolean holds(JsonNode now, JsonNode row) {
        return row.properties().stream().allMatch(value -> value.getValue().equals(now.get(value.getKey())));
    }

    /** With the account and the settings with which the service does it. */
    private void migrate(ServiceName service, List<Path> migrations) throws Exception {
        Path scripts = folder.resolve(service.id());
        Trees.delete(scripts);
        Files.createDirectories(scripts);
        for (Path migration : migrations) {
            Files.copy(migration, scripts.resolve(migration.getFileName()));
        }
        Accounts accounts = Accounts.of(service);
        Flyway.configure()
                .dataSource(
                        "jdbc:postgresql://127.0.0.1:%d/%s".formatted(superuser.port(), service.id()),
                        accounts.owner(),
                        superuser.keys().password(accounts.owner()))
                .locations("filesystem:" + scripts)
                .outOfOrder(true)
                .placeholders(Map.of("service", accounts.user()))
                .load()
                .migrate();
    }
}
