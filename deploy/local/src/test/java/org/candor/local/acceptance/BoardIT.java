package org.candor.local.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.candor.local.SharedStack;
import org.candor.local.Stack;
import org.candor.local.api.Answer;
import org.candor.local.api.Api;
import org.candor.local.api.Json;
import org.candor.local.api.Mailbox;
import org.candor.local.api.Patience;
import org.candor.local.api.Users;
import org.candor.local.tools.Browser;
import org.candor.tools.NeedsTool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who must act learns of it in time: board, calendar, mails, acknowledgement and webhook, on the whole platform. */
@ExtendWith(SharedStack.class)
class BoardIT {

    private static final Duration SOON = Duration.ofSeconds(90);
    private static final String OFFICER = "ines.okafor@larkspurfalls.example";
    private static final String ADMINISTRATOR = "marguerite.achterberg@larkspurfalls.example";
    private static final String KIND = "COMPLAINT_ANSWER";

    @Test
    void anOfficerReadsTheBoardTheSheetAndTheCalendar(Users users) throws Exception {
        Api officer = users.as("privacy-officer");
        UUID incident = complaint(users);
        JsonNode duty = onBoard(officer, incident);

        assertThat(duty.path("daysLeft").asLong()).isEqualTo(30);
        assertThat(duty.path("service").asText()).isIn("intake", "investigation");
        assertThat(officer.get("/notification/deadlines?incidentId=" + incident, "text/csv")
                        .expecting(200)
                        .text())
                .startsWith("due_on,")
                .contains(KIND);
        Answer made = officer.post("/notification/deadlines/feeds", Json.of("name", "Desk"))
                .expecting(201);
        String path = made.text("/url").replaceFirst("^https?://[^/]+", "");
        String calendar = users.withoutToken().get(path).expecting(200).text().replace("\r\n ", "");
        assertThat(calendar)
                .startsWith("BEGIN:VCALENDAR\r\n")
                .contains("UID:" + duty.path("deadlineId").asText() + "@")
                .doesNotContain(incident.toString());
        officer.change("DELETE", "/notification/deadlines/feeds/" + made.text("/feedId"), "", Map.of())
                .expecting(204);
        users.withoutToken().get(path).expecting(404);
        users.as("workforce").get("/notification/deadlines").expecting(403);
    }

    @Test
    @NeedsTool("chromium")
    void theBoardCanBeLookedAt(Users users) throws Exception {
        onBoard(users.as("privacy-officer"), complaint(users));
        for (String language : List.of("en", "es")) {
            look(users, "board-" + language, "board.html?lang=" + language, "<svg");
            look(users, "month-" + language, "calendar/month.html?lang=" + language, "aria-current");
        }
    }

    private static void look(Users users, String name, String address, String holding) throws Exception {
        byte[] page = users.as("privacy-officer").file("/notification/deadlines/" + address);
        assertThat(new String(page, UTF_8))
                .contains(holding)
                .doesNotContain("<script")
                .as("a duty of which the page's language has no title")
                .doesNotContain("<span lang=\"en\">");
        Path file = Files.createTempFile("board", ".html");
        Files.write(file, page);
        Browser.picture(name, file.toUri(), 1300, 1400);
        Files.delete(file);
    }

    @Test
    void alertsAreMailedAndAcknowledged(Stack stack, Users users) throws Exception {
        Mailbox mails = Mailbox.from(stack.layout().mail());
        Api officer = users.as("privacy-officer");
        officer.put("/notification/alerts/preferences", Json.of("digestHour", 0, "language", "en"))
                .expecting(200);
        UUID incident = complaint(users);

        for (String mailbox : List.of(OFFICER, ADMINISTRATOR)) {
            Patience.until(
                    "the alert to " + mailbox,
                    SOON,
                    () -> holding(mails, mailbox, incident.toString()),
                    found -> !found.isEmpty());
        }
        List<Path> digests = Patience.until(
                "the day's deadlines",
                SOON,
                () -> holding(mails, OFFICER, "These duties need your attention").stream()
                        .filter(mail -> contains(mail, incident.toString()))
                        .toList(),
                found -> !found.isEmpty());
        assertThat(digests).hasSize(1);

        JsonNode told = Patience.until(
                        "the time at which it was sent",
                        SOON,
                        () -> alerts(officer, incident),
                        found -> found.stream().allMatch(one -> one.hasNonNull("sentAt")) && found.size() >= 3)
                .stream()
                .filter(one -> one.path("kind").asText().equals("INCIDENT"))
                .findFirst()
                .orElseThrow();
        officer.post("/notification/alerts/" + told.path("alertId").asText() + "/acknowledgement", Map.of())
                .expecting(200);
        assertThat(alerts(officer, incident).stream().filter(one -> one.hasNonNull("acknowledgedAt")))
                .hasSize(1);
    }

    @Test
    void aWebhookIsCalledWithASignatureThatHolds(Users users) throws Exception {
        List<Map<String, String>> calls = new CopyOnWriteArrayList<>();
        HttpServer receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 4);
        receiver.createContext("/", exchange -> take(exchange, calls));
        receiver.start();
        try {
            Answer made = users.as("administrator")
                    .post(
                            "/notification/webhooks",
                            Json.of(
                                    "name",
                                    "Tickets",
                                    "url",
                                    "http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook",
                                    "types",
                                    List.of("org.candor.intake.report-submitted.v1")))
                    .expecting(201);
            UUID incident = complaint(users);
            Map<String, String> call = Patience.until(
                            "the call",
                            SOON,
                            () -> calls.stream()
                                    .filter(one -> one.get("body").contains(incident.toString()))
                                    .toList(),
                            found -> !found.isEmpty())
                    .getFirst();
            assertThat(call.get("webhook-signature")).isEqualTo(signature(made.text("/secret"), call));
            users.as("administrator")
                    .change("DELETE", "/notification/webhooks/" + made.text("/webhookId"), "", Map.of())
                    .expecting(204);
        } finally {
            receiver.stop(0);
        }
    }

    private static UUID complaint(Users users) throws Exception {
        return CaseFiles.reported(users, "COMPLAINT", "Somebody was rude at the counter.").incident;
    }

    private static JsonNode onBoard(Api reader, UUID incident) throws Exception {
        return Patience.until(
                        KIND + " on the board",
                        SOON,
                        () -> reader.get("/notification/deadlines?limit=200&kind=" + KIND + "&incidentId=" + incident)
                                .expecting(200)
                                .json()
                                .path("items"),
                        items -> !items.isEmpty())
                .path(0);
    }

    private static List<JsonNode> alerts(Api reader, UUID incident) throws IOException, InterruptedException {
        return reader.get("/notification/alerts/incidents/" + incident)
                .expecting(200)
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    private static List<Path> holding(Mailbox mails, String mailbox, String text) throws IOException {
        return mails.to(mailbox).stream().filter(mail -> contains(mail, text)).toList();
    }

    /** Long lines are broken on their way, and put together again. */
    private static boolean contains(Path mail, String text) {
        return String.join("\n", Mailbox.lines(mail)).replace("=\n", "").contains(text);
    }

    private static void take(HttpExchange exchange, List<Map<String, String>> calls) throws IOException {
        calls.add(Map.of(
                "webhook-id", exchange.getRequestHeaders().getFirst("webhook-id"),
                "webhook-timestamp", exchange.getRequestHeaders().getFirst("webhook-timestamp"),
                "webhook-signature", exchange.getRequestHeaders().getFirst("webhook-signature"),
                "body", new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }

    /** As the Standard Webhooks specification says. */
    private static String signature(String secret, Map<String, String> call) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.replace("whsec_", "")), "HmacSHA256"));
        String signed = call.get("webhook-id") + "." + call.get("webhook-timestamp") + "." + call.get("body");
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(UTF_8)));
    }
}
