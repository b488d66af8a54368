package org.candor.breach;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.candor.test.Database;
import org.candor.test.OnRealPlatform;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** First pages of lists read an index in the order in which they are shown; nothing is sorted, nothing read as a whole. */
@QuarkusTest
@OnRealPlatform
class ListsTest {

    private static final String DUTIES = """
        insert into obligation (obligation_id, incident_id, entity_id, drill, rule_id, kind, jurisdiction, recipient,
                                citation, target, due, completed_on)
        select gen_random_uuid(), gen_random_uuid(), 'entity-' || n % 7, false, 'R',
               (array['HHS_NOTICE', 'MEDIA_NOTICE', 'URGENT_NOTICE', 'INDIVIDUAL_NOTICE'])[1 + n % 4],
               (array['US', 'WI', 'IL', 'MN', 'CA', 'TX', 'NY', 'FL'])[1 + n % 8], 'somebody', 'a section',
               date '2026-01-01' + n % 900, date '2026-01-01' + n % 900,
               case when n % 3 = 0 then date '2026-01-01' end
          from generate_series(1, 30000) n
        """;

    private static final String ASSESSMENTS = """
        insert into assessment (incident_id, entity_id, entity_name, time_zone, drill, state, edition, opened_at,
                                updated_at, concluded_at, dossier, progress, version, moved_at)
        select gen_random_uuid(), 'entity-' || n % 7, 'Entity', 'America/Chicago', false,
               case when n % 10 = 0 then 'PRESUMED' else 'NOTHING_OWED' end, 1, now() - n * interval '1 minute', now(),
               case when n % 10 > 0 then now() end, '', '{}', 0, now()
          from generate_series(1, 20000) n
        """;

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "completed_on is null | obligation_open",
                "completed_on is null and kind = 'HHS_NOTICE' | obligation_open_of_kind",
                "completed_on is null and jurisdiction = 'WI' | obligation_open_of_jurisdiction",
                "jurisdiction = 'WI' | obligation_of_jurisdiction",
                "kind = 'HHS_NOTICE' | obligation_of_kind",
                "true | obligation_all"
            },
            quoteCharacter = '"')
    void readsDutiesFromAnIndexInTheirOrder(String narrowed, String index) throws SQLException {
        String plan = plan(
                DUTIES,
                "obligation",
                "select obligation_id, recipient from obligation where incident_visible(incident_id, 'x', '*') and "
                        + narrowed + " order by due, obligation_id limit 51");
        assertThat(plan).contains("using " + index + " on obligation").doesNotContain("Sort");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {"true | assessment_newest", "state = 'PRESUMED' | assessment_of_state"},
            quoteCharacter = '"')
    void readsAssessmentsFromAnIndexInTheirOrder(String narrowed, String index) throws SQLException {
        String plan = plan(
                ASSESSMENTS,
                "assessment",
                "select incident_id, state from assessment where incident_visible(incident_id, 'x', '*') and "
                        + narrowed + " order by opened_at desc, incident_id desc limit 51");
        assertThat(plan).contains("using " + index + " on assessment").doesNotContain("Sort");
    }

    /** With many rows that nobody else ever sees: they are taken back. */
    private static String plan(String rows, String table, String query) throws SQLException {
        try (Connection connection = Database.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local session_replication_role = replica");
            statement.execute(rows);
            statement.execute("analyze " + table);
            try (ResultSet lines = statement.executeQuery("explain " + query)) {
                Stream.Builder<String> plan = Stream.builder();
                while (lines.next()) {
                    plan.add(lines.getString(1));
                }
                return plan.build().collect(Collectors.joining("\n"));
            } finally {
                connection.rollback();
            }
        }
    }
}
