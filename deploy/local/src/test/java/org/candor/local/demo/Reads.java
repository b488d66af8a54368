package org.candor.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.candor.local.api.Api;
import org.candor.local.api.Exchange;
import org.candor.local.api.Users;

/**
 * Every request of the story that was answered; to be held against what the trail says about who looked. Deadlines tell days and
 * kinds: to see one is no look at a case.
 */
final class Reads implements Consumer<Exchange> {

    private static final Pattern SHOWS_NOBODY = Pattern.compile("/notification/(?!campaigns/).*");

    private final Queue<Exchange> exchanges = new ConcurrentLinkedQueue<>();

    @Override
    public void accept(Exchange exchange) {
        exchanges.add(exchange);
    }

    /** How often somebody was shown something about that incident by a service, by {@code subject service}. */
    Map<String, Long> of(UUID incident, Users users) throws IOException, InterruptedException {
        Map<String, String> subjects = new HashMap<>();
        Map<String, Long> reads = new TreeMap<>();
        for (Exchange exchange : exchanges) {
            if (exchange.isRead()
                    && exchange.path().contains(incident.toString())
                    && !SHOWS_NOBODY.matcher(exchange.path()).matches()) {
                String user = exchange.user();
                if (!subjects.containsKey(user)) {
                    subjects.put(
                            user,
                            users.as(user).get("/intake/me").expecting(200).text("/subject"));
                }
                reads.merge(subjects.get(user) + " " + exchange.path().split("/")[1], 1L, Long::sum);
            }
        }
        return reads;
    }

    /** The same as the trail tells it: who looked at this case, on all pages. */
    static Map<String, Long> inTheTrail(UUID incident, Api auditor) throws IOException, InterruptedException {
        Map<String, Long> accesses = new TreeMap<>();
        String next = "";
        do {
            JsonNode page = auditor.get("/audit/incidents/" + incident + "/accesses?limit=200" + next)
                    .expecting(200)
                    .json();
            page.path("items").forEach(access -> {
                if (access.path("allowed").asBoolean()) {
                    accesses.merge(
                            access.path("person").asText() + " "
                                    + access.path("service").asText(),
                            1L,
                            Long::sum);
                }
            });
            next = page.path("next").isTextual()
                    ? "&cursor=" + page.path("next").asText()
                    : "";
        } while (!next.isEmpty());
        return accesses;
    }
}
