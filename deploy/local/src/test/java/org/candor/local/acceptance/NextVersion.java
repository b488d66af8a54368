package org.candor.local.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.candor.events.DirectoryEvent.EntityChanged;
import org.candor.events.Samples;
import org.candor.events.Topic;
import org.candor.local.ServiceName;
import org.candor.local.Stack;
import org.candor.local.api.Patience;
import org.candor.local.keys.Keys;
import org.candor.local.postgres.Superuser;

/**
 * What a version that nobody has written yet may do while this one works beside it (deploy/upgrade): its migrations add a column
 * to every table, and its facts have fields and attributes that this version does not know.
 */
final class NextVersion {

    private static final String TABLES = """
            select format('%I.%I', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and not c.relispartition
              and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema' and c.relname <> 'flyway_schema_history'
            """;

    private final Stack stack;
    private final Superuser superuser;
    private final List<UUID> told = new ArrayList<>();

    NextVersion(Stack stack) throws Exception {
        this.stack = stack;
        this.superuser = new Superuser(
                Integer.parseInt(stack.postgres().replaceFirst(".*:", "")),
                new Keys(stack.layout().keys()));
    }

    void expandsEverySchema() throws Exception {
        for (ServiceName service : ServiceName.values()) {
            try (Connection database = superuser.connect(service.id());
                    Statement statement = database.createStatement()) {
                List<String> tables = texts(statement, TABLES);
                assertThat(tables).as(service.id()).hasSizeGreaterThan(10);
                statement.execute("set lock_timeout = '20s'");
                for (String table : tables) {
                    statement.execute("alter table " + table
                            + " add column if not exists of_the_next_version text default 'new'");
                }
            }
        }
    }

    /** A fact that every service consumes: another legal entity. */
    void tellsFacts() throws Exception {
        UUID id = UUID.randomUUID();
        String today = Samples.of(Topic.DIRECTORY, EntityChanged.class)
                .strip()
                .replace("\"larkspur-falls\"", "\"next-version\"");
        String tomorrow = today.substring(0, today.length() - 1)
                + ",\"motto\":\"Forward\",\"branches\":[{\"name\":\"north\",\"since\":2031}]}";
        String key = "entity:next-version";
        ProducerRecord<String, byte[]> fact =
                new ProducerRecord<>(Topic.DIRECTORY.topicName(), key, tomorrow.getBytes(StandardCharsets.UTF_8));
        headers(id, key).forEach((name, value) -> fact.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        Properties properties = new Properties();
        properties.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, stack.kafka());
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(fact).get();
        }
        told.add(id);
    }

    /** Every service has taken each of these facts once, and the trail has recorded it. */
    void awaitHeard(Duration atMost) throws Exception {
        for (UUID fact : told) {
            for (ServiceName service : ServiceName.values()) {
                if (service != ServiceName.INTAKE) {
                    awaitOne(service, "select count(*) from inbox where event_id = '" + fact + "'", atMost);
                }
            }
            awaitOne(ServiceName.AUDIT, "select count(*) from trail.entry where event_id = '" + fact + "'", atMost);
        }
    }

    private void awaitOne(ServiceName service, String count, Duration atMost) throws Exception {
        try (Connection database = superuser.connect(service.id());
                Statement statement = database.createStatement()) {
            Patience.until(service.id() + ": " + count, atMost, () -> first(statement, count), "1"::equals);
        }
    }

    private static String first(Statement statement, String query) {
        try {
            return texts(statement, query).getFirst();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> texts(Statement statement, String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    private static Map<String, String> headers(UUID id, String subject) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", id.toString());
        headers.put("ce_type", Topic.DIRECTORY.typeOf(EntityChanged.class));
        headers.put("ce_source", "/intake");
        headers.put("ce_subject", subject);
        headers.put("ce_time", Instant.now().toString());
        headers.put("ce_entityid", "next-version");
        headers.put("ce_drill", "false");
        headers.put("ce_correlationid", "");
        headers.put("ce_actor", "system");
        headers.put("ce_traceparent", "");
        headers.put("ce_sequence", "0");
        headers.put("ce_partitionkey", "an attribute that this version does not know");
        headers.put("content-type", "application/json");
        return headers;
    }
}
