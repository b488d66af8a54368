package org.candor.local.acceptance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.candor.local.ServiceName;
import org.candor.local.Stack;
import org.candor.local.Trees;
import org.candor.local.backup.Backup;
import org.candor.local.keys.Keys;
import org.candor.local.postgres.Accounts;

/** Looks for canaries wherever the platform leaves something; each method answers places, and where what is in them came from. */
final class Leaks {

    private static final Duration QUIET = Duration.ofSeconds(2);

    private final Stack stack;
    private final Canaries canaries;

    Leaks(Stack stack, Canaries canaries) {
        this.stack = stack;
        this.canaries = canaries;
    }

    /** Keys, values and headers of every record. */
    Map<String, Set<String>> topics() {
        Map<String, Set<String>> found = new TreeMap<>();
        Map<String, Object> broker = Map.of("bootstrap.servers", stack.kafka());
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
                    add(found, each.topic(), canaries.originsIn(text(each)));
                }
            }
        }
        return found;
    }

    /** Files of a folder and below it, by their paths in it; names count as well. */
    Map<String, Set<String>> files(Path folder) throws IOException {
        Map<String, Set<String>> found = new TreeMap<>();
        if (!Files.exists(folder)) {
            return found;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString();
                add(found, "a name", canaries.originsIn(name));
                add(found, name, inFile(file));
            }
        }
        return found;
    }

    /** What a back-up that is taken now has of the databases: their files, and their log in compressed segments. */
    Map<String, Set<String>> backUp(Path folder) throws Exception {
        Path keys = folder.resolveSibling(folder.getFileName() + "-keys");
        Trees.delete(folder);
        Trees.delete(keys);
        new Backup(stack.layout(), folder, Optional.of(keys), System.out).take();
        Map<String, Set<String>> found = new TreeMap<>();
        for (String part : List.of("base", "wal")) {
            files(folder.resolve(part)).forEach((name, origins) -> add(found, part + "/" + name, origins));
        }
        return found;
    }

    private Set<String> inFile(Path file) throws IOException {
        boolean compressed = file.toString().endsWith(".gz");
        try (InputStream bytes =
                compressed ? new GZIPInputStream(Files.newInputStream(file)) : Files.newInputStream(file)) {
            return canaries.originsIn(bytes.readAllBytes());
        } catch (NoSuchFileException goneMeanwhile) {
            return Set.of();
        }
    }

    /** Subjects of all mails. */
    Map<String, Set<String>> subjects() throws IOException {
        Map<String, Set<String>> found = new TreeMap<>();
        try (Stream<Path> mails = Files.walk(stack.mailDirectory())) {
            for (Path mail : mails.filter(Files::isRegularFile).toList()) {
                String head = Files.readString(mail, ISO_8859_1).split("\r?\n\r?\n", 2)[0];
                head.replaceAll("\r?\n[ \t]+", " ")
                        .lines()
                        .filter(line -> line.regionMatches(true, 0, "subject:", 0, 8))
                        .forEach(line -> add(found, "mail", canaries.originsIn(line)));
            }
        }
        return found;
    }

    /** Metrics of all services. */
    Map<String, Set<String>> pages(List<URI> pages) throws IOException, InterruptedException {
        Map<String, Set<String>> found = new TreeMap<>();
        try (HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            for (URI page : pages) {
                String text = http.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString())
                        .body();
                add(found, page.getPath(), canaries.originsIn(text));
            }
        }
        return found;
    }

    List<URI> metrics() {
        return Stream.of(ServiceName.values())
                .map(service -> URI.create(stack.management(service) + "/q/metrics"))
                .toList();
    }

    /** {@code service: schema.table column}. */
    Map<String, Set<String>> columns() throws SQLException {
        Map<String, Set<String>> found = new TreeMap<>();
        for (ServiceName service : ServiceName.values()) {
            try (Connection database = connect(service)) {
                for (String column : columns(database)) {
                    add(found, service.id() + ": " + column, inColumn(database, column));
                }
            }
        }
        return found;
    }

    Connection connect(ServiceName service) throws SQLException {
        String owner = Accounts.of(service).owner();
        Properties login = new Properties();
        login.setProperty("user", owner);
        login.setProperty("password", password(owner));
        return DriverManager.getConnection("jdbc:postgresql://" + stack.postgres() + "/" + service.id(), login);
    }

    private Set<String> inColumn(Connection database, String column) throws SQLException {
        String[] place = column.split(" ", 2);
        String sql = "select %2$s::text from %1$s where %2$s::text ~* ?".formatted(place[0], place[1]);
        Set<String> found = new TreeSet<>();
        try (PreparedStatement statement = database.prepareStatement(sql)) {
            statement.setString(1, canaries.pattern());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.addAll(canaries.originsIn(rows.getString(1)));
                }
            }
        }
        return found;
    }

    private static void add(Map<String, Set<String>> found, String place, Set<String> origins) {
        if (!origins.isEmpty()) {
            found.computeIfAbsent(place, key -> new TreeSet<>()).addAll(origins);
        }
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
}
