package org.candor.local.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.candor.local.ServiceName;
import org.candor.local.SharedStack;
import org.candor.local.Stack;
import org.candor.local.api.Answer;
import org.candor.local.api.Api;
import org.candor.local.api.Json;
import org.candor.local.api.Patience;
import org.candor.local.api.Users;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody who is afraid to give a name, from the first word to the last, on the whole platform. */
@ExtendWith(SharedStack.class)
class NamelessIT {

    private static final String CANARY = "Zephyrine Quackenbush";
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);
    private static final String TOPIC = "test.planted";
    private static final String PLANTED = "Planted Nightingale";

    @Test
    void anAnonymousConversationRunsBothWays(Users users) throws Exception {
        Api nobody = users.withoutToken();
        Answer filed = report(nobody, "A letter lay on the printer of the second floor.");
        String receipt = filed.text("/receipt");
        String messages = "/intake/reports/" + filed.text("/incidentId") + "/messages";
        Answer asked = users.as("privacy-officer")
                .post(messages, Json.of("question", true, "text", "Whose letter was it?"))
                .expecting(201);

        Answer mailbox = nobody.post("/intake/receipts/mailbox", Json.of("receipt", receipt))
                .expecting(200);
        assertThat(mailbox.text("/messages/0/text")).isEqualTo("Whose letter was it?");
        nobody.post(
                        "/intake/receipts/messages",
                        Json.of("receipt", receipt, "answers", asked.text("/messageId"), "text", "I did not look."))
                .expecting(201);
        Answer heard = users.as("security-officer").get(messages).expecting(200);
        assertThat(heard.text("/items/1/text")).isEqualTo("I did not look.");
        assertThat(heard.json().at("/items/1/writtenBy").isMissingNode()).isTrue();
        users.as("workforce").get(messages).expecting(403);
        Patience.until(
                "the receipt follows the case",
                LONG_ENOUGH,
                () -> nobody.post("/intake/receipts/status", Json.of("receipt", receipt)),
                status -> status.text("/state").equals("UNDER_INVESTIGATION"));
    }

    @Test
    void aNameInANarrativeStandsNowhereInClear(Stack stack, Users users) throws Exception {
        Hiding hiding = new Hiding(stack);
        Api nobody = users.withoutToken();
        Answer filed = report(nobody, "The chart of " + CANARY + " was open on the screen.");
        String receipt = filed.text("/receipt");
        UUID incident = filed.id("/incidentId");
        nobody.post("/intake/receipts/messages", Json.of("receipt", receipt, "text", CANARY + " was there."))
                .expecting(201);
        users.as("privacy-officer")
                .post("/intake/reports/" + incident + "/messages", Json.of("text", "Did " + CANARY + " see it?"))
                .expecting(201);
        // What is refused must not be quoted anywhere either.
        nobody.post("/intake/reports", Json.of("kind", CANARY, "narrative", CANARY))
                .expecting(400);
        Patience.until(
                "the case is open",
                LONG_ENOUGH,
                () -> users.as("privacy-officer").get("/investigation/cases/" + incident),
                answer -> answer.status() == 200);

        findsWhatIsPlanted(stack, hiding);

        assertThat(hiding.topicsWith(CANARY)).isEmpty();
        assertThat(Hiding.filesWith(CANARY, stack.layout().logs())).isEmpty();
        assertThat(Hiding.pagesWith(CANARY, hiding.metrics())).isEmpty();
        assertThat(hiding.columnsWith(CANARY)).isEmpty();
        assertThat(users.as("privacy-officer")
                        .get("/intake/reports/" + incident)
                        .text("/narrative"))
                .contains(CANARY);
    }

    /** A scan that finds nothing proves something only if it can find. No traces are exported; their ids are in the columns. */
    private static void findsWhatIsPlanted(Stack stack, Hiding hiding) throws Exception {
        Map<String, Object> broker = Map.of("bootstrap.servers", stack.kafka());
        try (Admin admin = Admin.create(broker)) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
        }
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(broker, new StringSerializer(), new StringSerializer())) {
            ProducerRecord<String, String> planted = new ProducerRecord<>(TOPIC, "key", "value");
            planted.headers().add("note", PLANTED.getBytes(UTF_8));
            producer.send(planted).get();
        }
        assertThat(hiding.topicsWith(PLANTED)).containsExactly(TOPIC);
        try (Admin admin = Admin.create(broker)) {
            admin.deleteTopics(List.of(TOPIC)).all().get();
        }

        Path log = stack.layout().logs().resolve("planted.log");
        Files.writeString(log, "{\"message\": \"for " + PLANTED + "\"}\n");
        assertThat(Hiding.filesWith(PLANTED, stack.layout().logs())).containsExactly("planted.log");
        Files.delete(log);

        HttpServer page = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
        page.createContext("/", request -> {
            byte[] text = ("reports_total{name=\"" + PLANTED + "\"} 1\n").getBytes(UTF_8);
            request.sendResponseHeaders(200, text.length);
            request.getResponseBody().write(text);
            request.close();
        });
        page.start();
        URI metrics = URI.create("http://127.0.0.1:" + page.getAddress().getPort() + "/q/metrics");
        assertThat(Hiding.pagesWith(PLANTED, List.of(metrics))).containsExactly(metrics);
        page.stop(0);

        for (ServiceName service : ServiceName.values()) {
            try (Connection database = hiding.connect(service);
                    Statement statement = database.createStatement()) {
                statement.execute("create table planted (words text, bytes bytea)");
                statement.execute("insert into planted values ('for %s', convert_to('for %s', 'UTF8'))"
                        .formatted(PLANTED, PLANTED));
            }
        }
        try {
            assertThat(hiding.columnsWith(PLANTED)).hasSize(2 * ServiceName.values().length);
        } finally {
            for (ServiceName service : ServiceName.values()) {
                try (Connection database = hiding.connect(service);
                        Statement statement = database.createStatement()) {
                    statement.execute("drop table planted");
                }
            }
        }
    }

    private static Answer report(Api nobody, String narrative) throws Exception {
        return nobody.post(
                        "/intake/reports",
                        Json.of(
                                "kind", "IMPROPER_USE_OR_DISCLOSURE",
                                "relation", "NOT_SAID",
                                "channel", "ONLINE",
                                "phiPossible", true,
                                "narrative", narrative))
                .expecting(201);
    }
}
