package org.candor.local.backup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.candor.events.RetentionEvent.DisposalOrdered;
import org.candor.events.Topic;
import org.candor.local.ServiceName;
import org.candor.local.kafka.ConsumerGroups;
import org.candor.local.kafka.Heard;
import org.candor.local.postgres.Superuser;

/**
 * Lets a restored service and the others agree again: it publishes again, under the same ids and numbers, what it published
 * in the last 35 days, and reads again what was published since the back-up. Whoever knows a fact passes it over, so it does
 * not matter whether the broker was lost too. Data keys of incidents that were disposed of meanwhile are destroyed before the
 * service answers.
 */
final class CatchingUp {

    static final String PUBLISH_AGAIN = "update outbox set sent_at = null where sent_at is not null";

    /** A fact that was numbered after the last moment that could be restored keeps that number. */
    private static final String NUMBER_AS_HEARD = "update outbox set sequence = ? where id = ? and sequence is null";

    /** Numbers that the trail has seen are not given to other facts. */
    static final String NUMBER_FROM = """
        insert into outbox_sequence as s (topic, last) values (?, ?)
        on conflict (topic) do update set last = greatest(s.last, excluded.last)
        """;

    private static final String DESTROY_KEY = "delete from vault.data_key where incident_id = ?";
    private static final String ORDERED = Topic.RETENTION.typeOf(DisposalOrdered.class);

    private final Superuser superuser;
    private final List<Heard> heard;

    CatchingUp(Superuser superuser, List<Heard> heard) {
        this.superuser = superuser;
        this.heard = List.copyOf(heard);
    }

    /** Answers the facts that others know of this service and that it has lost. */
    List<Heard> run(ServiceName service, ConsumerGroups groups, Instant readAgainFrom) throws Exception {
        groups.goBack(service, readAgainFrom);
        List<Heard> own = heard.stream()
                .filter(fact -> fact.source().equals("/" + service.id()))
                .toList();
        try (Connection connection = superuser.connect(service.id())) {
            connection.setAutoCommit(false);
            destroyKeys(connection);
            publishAgain(connection);
            continueNumbers(connection, own);
            List<Heard> lost = lost(connection, own);
            connection.commit();
            return lost;
        }
    }

    private void destroyKeys(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DESTROY_KEY)) {
            for (Heard fact : heard) {
                if (fact.type().equals(ORDERED)) {
                    statement.setObject(1, UUID.fromString(fact.subject()));
                    statement.executeUpdate();
                }
            }
        }
    }

    private static void publishAgain(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(PUBLISH_AGAIN);
        }
    }

    private static void continueNumbers(Connection connection, List<Heard> own) throws SQLException {
        try (PreparedStatement known = connection.prepareStatement(NUMBER_AS_HEARD);
                PreparedStatement next = connection.prepareStatement(NUMBER_FROM)) {
            for (Heard fact : own) {
                known.setLong(1, fact.sequence());
                known.setObject(2, fact.id());
                known.addBatch();
                next.setString(1, fact.topic());
                next.setLong(2, fact.sequence());
                next.addBatch();
            }
            known.executeBatch();
            next.executeBatch();
        }
    }

    private static List<Heard> lost(Connection connection, List<Heard> own) throws SQLException {
        Set<UUID> known = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select id from outbox")) {
            while (rows.next()) {
                known.add(rows.getObject(1, UUID.class));
            }
        }
        List<Heard> lost = new ArrayList<>(own);
        lost.removeIf(fact -> known.contains(fact.id()));
        return lost;
    }
}
