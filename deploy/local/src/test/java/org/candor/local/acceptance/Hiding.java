package org.candor.local.acceptance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.candor.local.ServiceName;
import org.candor.local.Stack;
import org.candor.local.keys.Keys;
import org.candor.local.postgres.Accounts;

/** Looks for a word wherever the platform leaves something: each method answers the places where the word stands in clear. */
final class Hiding {

    private static final Duration QUIET = Duration.ofSeconds(2);

    private final Stack stack;

    Hiding(Stack stack) {
        this.stack = stack;
    }

    /** Keys, values and headers of every record of every topic, in all partitions from the first offset on. */
    List<String> topicsWith(String word) {
        Map<String, Object> broker = Map.of("bootstrap.servers", stack.kafka());
        List<String> found = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(broker, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.listTopics().values().stream()
                    .flatMap(List::stream)
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> each : consumer.poll(QUIET)) {
                    if (text(each).contains(word)) {
                        found.add(each.topic());
                    }
                }
            }
        }
        return found.stream().distinct().toList();
    }

    /** Files of a folder and those below it. */
    static List<String> filesWith(String word, Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<String> found = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (new String(Files.readAllBytes(file), ISO_8859_1).contains(latin(word))) {
                    found.add(file.getFileName().toString());
                }
            }
            return found;
        }
    }

    /** Pages such as those of the metrics. */
    static List<URI> pagesWith(String word, List<URI> pages) throws IOException, InterruptedException {
        List<URI> found = new ArrayList<>();
        try (HttpClient http = HttpClient.newHttpClient()) {
            for (URI page : pages) {
                String text = http.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString())
                        .body();
                if (text.contains(word)) {
                    found.add(page);
                }
            }
        }
        return found;
    }

    List<URI> metrics() {
        return Stream.of(ServiceName.values())
                .map(service -> URI.create(stack.url(service) + "/q/metrics"))
                .toList();
    }

    Connection connect(ServiceName service) throws SQLException {
        String owner = Accounts.of(service).owner();
        Properties login = new Properties();
        login.setProperty("user", owner);
        login.setProperty("password", password(owner));
        return DriverManager.getConnection("jdbc:postgresql://" + stack.postgres() + "/" + service.id(), login);
    }

    /** Every column of every table of every service; bytes are searched as bytes. */
    List<String> columnsWith(String word) throws SQLException {
        List<String> found = new ArrayList<>();
        for (ServiceName service : ServiceName.values()) {
            try (Connection database = connect(service)) {
                for (String column : columns(database)) {
                    if (holds(database, column, word)) {
                        found.add(service.id() + ": " + column);
                    }
                }
            }
        }
        return found;
    }

    private static List<String> columns(Connection database) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select format('%I.%I', table_schema, table_name), format('%I', column_name)
                          from information_schema.columns join information_schema.tables using (table_schema, table_name)
                         where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
                        """)) {
            while (rows.next()) {
                columns.add(rows.getString(1) + " " + rows.getString(2));
            }
        }
        return columns;
    }

    private static boolean holds(Connection database, String column, String word) throws SQLException {
        String[] place = column.split(" ", 2);
        String sql = "select exists (select 1 from %s where position(? in %s::text) > 0 or position(? in %s::text) > 0)"
                .formatted(place[0], place[1], place[1]);
        try (PreparedStatement statement = database.prepareStatement(sql)) {
            statement.setString(1, word);
            statement.setString(2, HexFormat.of().formatHex(word.getBytes(UTF_8)));
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getBoolean(1);
            }
        }
    }

    private String password(String user) {
        try {
            return new Keys(stack.layout().keys()).password(user);
        } catch (Exception e) {
            throw new IllegalStateException("no password of " + user, e);
        }
    }

    private static String text(ConsumerRecord<byte[], byte[]> each) {
        StringBuilder text = new StringBuilder(string(each.key())).append(string(each.value()));
        each.headers().forEach(header -> text.append(header.key()).append(string(header.value())));
        return text.toString();
    }

    private static String string(byte[] bytes) {
        return bytes == null ? "" : new String(bytes, UTF_8);
    }

    private static String latin(String word) {
        return new String(word.getBytes(UTF_8), ISO_8859_1);
    }
}
