package org.candor.local.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.candor.local.ServiceName;
import org.candor.local.Stack;

/** A scan that finds nothing proves something only if it can find: a canary is planted in each place, found, and removed. */
final class Planted {

    private static final String TOPIC = "test.planted";

    private final Stack stack;
    private final Canaries canaries = new Canaries("zqplants");
    private final Collector collector;
    private final Leaks leaks;

    Planted(Stack stack, Collector collector) {
        this.stack = stack;
        this.collector = collector;
        this.leaks = new Leaks(stack, canaries);
    }

    void areAllFound() throws Exception {
        inRecordsAndHeaders();
        inFiles();
        inATrace();
        inASubject();
        onAPage();
        inColumns();
        inABackUp();
        byte[] cursor = ("at " + canaries.in("a cursor")).getBytes(UTF_8);
        assertThat(canaries.originsIn(Base64.getUrlEncoder().encodeToString(cursor)))
                .isNotEmpty();
    }

    private void inRecordsAndHeaders() throws Exception {
        Map<String, Object> broker = Map.of("bootstrap.servers", stack.kafka());
        try (Admin admin = Admin.create(broker)) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
            try (KafkaProducer<String, String> producer =
                    new KafkaProducer<>(broker, new StringSerializer(), new StringSerializer())) {
                ProducerRecord<String, String> record =
                        new ProducerRecord<>(TOPIC, canaries.in("a key"), canaries.in("a value"));
                record.headers().add("note", canaries.in("a header").getBytes(UTF_8));
                producer.send(record).get();
            }
            assertThat(leaks.topics()).containsEntry(TOPIC, Set.of("a key", "a value", "a header"));
            admin.deleteTopics(List.of(TOPIC)).all().get();
        }
    }

    private void inFiles() throws Exception {
        for (Path folder : List.of(
                stack.layout().logs(),
                stack.layout().temporary(),
                stack.layout().data("postgres"))) {
            Path file = folder.resolve(canaries.in("a file's name") + ".log");
            Files.writeString(file, "{\"message\": \"" + canaries.in("a line") + "\"}");
            assertThat(leaks.files(folder))
                    .containsEntry("a name", Set.of("a file's name"))
                    .containsEntry(file.getFileName().toString(), Set.of("a line"));
            Files.delete(file);
        }
    }

    private void inATrace() throws Exception {
        try (HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            HttpRequest span = HttpRequest.newBuilder(collector.traces())
                    .POST(BodyPublishers.ofString(canaries.in("a span")))
                    .build();
            assertThat(http.send(span, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
        }
        assertThat(leaks.files(collector.folder()).values()).contains(Set.of("a span"));
    }

    private void inASubject() throws Exception {
        Path mail = stack.mailDirectory().resolve("planted.eml");
        Files.writeString(mail, "To: a@b.example\r\nSubject: about\r\n " + canaries.in("a subject") + "\r\n\r\nBody");
        assertThat(leaks.subjects()).containsEntry("mail", Set.of("a subject"));
        Files.delete(mail);
    }

    private void onAPage() throws Exception {
        HttpServer page = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
        page.createContext("/", request -> {
            byte[] text = ("reports_total{name=\"" + canaries.in("a label") + "\"} 1\n").getBytes(UTF_8);
            request.sendResponseHeaders(200, text.length);
            request.getResponseBody().write(text);
            request.close();
        });
        page.start();
        URI metrics = URI.create("http://127.0.0.1:" + page.getAddress().getPort() + "/q/metrics");
        assertThat(leaks.pages(List.of(metrics))).containsEntry("/q/metrics", Set.of("a label"));
        page.stop(0);
    }

    /** The folder of the back-up in which something is planted. */
    static Path backUp(Stack stack) {
        return stack.layout().root().resolveSibling("canary-planted-backup");
    }

    /** In the copy of the files as in the compressed log. */
    private void inABackUp() throws Exception {
        try (Connection database = leaks.connect(ServiceName.INTAKE);
                Statement statement = database.createStatement()) {
            statement.execute("create table planted as select '%s' as words".formatted(canaries.in("a row")));
            Map<String, Set<String>> found = leaks.backUp(backUp(stack));
            for (String part : List.of("base/base/", "wal/0")) {
                assertThat(found).anySatisfy((file, origins) -> {
                    assertThat(file).startsWith(part);
                    assertThat(origins).contains("a row");
                });
            }
            statement.execute("drop table planted");
        }
    }

    private void inColumns() throws Exception {
        for (ServiceName service : ServiceName.values()) {
            try (Connection database = leaks.connect(service);
                    Statement statement = database.createStatement()) {
                statement.execute("create table planted (words text, bytes bytea)");
                statement.execute("insert into planted values ('%s', convert_to('%s', 'UTF8'))"
                        .formatted(canaries.in("words"), canaries.in("bytes")));
                assertThat(leaks.columns())
                        .containsEntry(service.id() + ": public.planted words", Set.of("words"))
                        .containsEntry(service.id() + ": public.planted bytes", Set.of("bytes"));
                statement.execute("drop table planted");
            }
        }
    }
}
