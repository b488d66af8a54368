package org.candor.local.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.candor.local.Checkout;
import org.candor.local.ServiceName;
import org.candor.local.Stack;
import org.candor.local.StackSettings;
import org.candor.local.Trees;
import org.candor.local.api.Answer;
import org.candor.local.api.Api;
import org.candor.local.api.Json;
import org.candor.local.api.Mailbox;
import org.candor.local.api.Patience;
import org.candor.local.api.Users;
import org.candor.local.demo.Installing;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Two replicas of every service, which are restarted while reports come in, and nothing is lost or done twice. Meanwhile the
 * next version is there already, as far as its schema and its facts go.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplicasIT {

    private static final Duration SOON = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofMillis(700);
    private static final int CLERKS = 3;

    /** Each tenth is a complaint, whose deadline is mailed to the officers. */
    private static final int COMPLAINT = 10;

    private static final int FEWEST = 20;

    private final AtomicInteger numbers = new AtomicInteger();
    private final AtomicBoolean enough = new AtomicBoolean();
    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<String> complaints = new ConcurrentLinkedQueue<>();
    private Stack stack;
    private Users users;

    @BeforeAll
    void startTwoOfEach() throws Exception {
        Path directory = Checkout.find().root().resolve("deploy/local/target/replicas");
        Trees.delete(directory);
        stack = Stack.start(StackSettings.onFreePorts(directory).replicas(2));
        users = Users.of(stack);
        Installing.directory(users);
    }

    @AfterAll
    void end() {
        stack.close();
    }

    /**
     * As an orchestrator does that changes all deployments at once: of each service one replica goes, and the other one works; then
     * the other one goes.
     */
    @Test
    void aWaveOfRestartsBesideTheNextVersionLosesNothingAndDoesNothingTwice() throws Exception {
        NextVersion next = new NextVersion(stack);
        underLoad(() -> {
            next.expandsEverySchema();
            next.tellsFacts();
            restartOneOfEach(1);
            next.tellsFacts();
            restartOneOfEach(2);
        });
        next.awaitHeard(SOON);
    }

    @Test
    @Tag("long")
    void aRollingRestartUnderLoadLosesNothingAndDoesNothingTwice() throws Exception {
        underLoad(this::restartEachInItsTurn);
    }

    /** What happens while clerks report without a pause. */
    private interface Happening {
        void happen() throws Exception;
    }

    private void underLoad(Happening happening) throws Exception {
        Mailbox mails = Mailbox.from(stack.mailDirectory());
        enough.set(false);
        int before = acknowledged.size();
        try (ExecutorService clerks = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> working = new ArrayList<>();
            for (int i = 0; i < CLERKS; i++) {
                working.add(clerks.submit(this::reportAgainAndAgain));
            }
            try {
                happening.happen();
            } finally {
                enough.set(true);
            }
            for (Future<?> clerk : working) {
                clerk.get();
            }
        }
        System.out.printf("%d reports while processes were restarted%n", acknowledged.size() - before);
        Set<String> reports = Set.copyOf(acknowledged);
        assertThat(reports).hasSameSizeAs(acknowledged).hasSizeGreaterThan(before + FEWEST);

        eachReportHasOneCase(reports);
        theTrailHasEachReportOnceAndNoGap(reports);
        eachAlertWasMailedOnce(mails);
        noServiceHasADeadLetter();
    }

    private Void reportAgainAndAgain() throws Exception {
        while (!enough.get()) {
            boolean complaint = numbers.incrementAndGet() % COMPLAINT == 0;
            Answer receipt = users.as("workforce")
                    .post("/intake/reports", report(complaint ? "COMPLAINT" : "POLICY_VIOLATION"))
                    .expecting(201);
            acknowledged.add(receipt.text("/incidentId"));
            if (complaint) {
                complaints.add(receipt.text("/incidentId"));
            }
            Thread.sleep(PAUSE);
        }
        return null;
    }

    private void restartOneOfEach(int replica) throws Exception {
        try (ExecutorService orchestrator = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> restarts = new ArrayList<>();
            for (ServiceName service : ServiceName.values()) {
                restarts.add(orchestrator.submit(() -> {
                    stack.restart(service.replica(replica));
                    return null;
                }));
            }
            for (Future<?> restart : restarts) {
                restart.get();
            }
        }
    }

    private void restartEachInItsTurn() throws Exception {
        for (ServiceName service : ServiceName.values()) {
            for (int replica = 1; replica <= 2; replica++) {
                stack.restart(service.replica(replica));
            }
        }
    }

    private void eachReportHasOneCase(Set<String> reports) throws Exception {
        Api officer = users.as("privacy-officer");
        List<String> cases = Patience.until(
                "a case of each report",
                SOON,
                () -> values(officer, "/investigation/cases?limit=200", "incidentId"),
                found -> found.size() >= reports.size());
        assertThat(cases).containsExactlyInAnyOrderElementsOf(reports);
    }

    private void theTrailHasEachReportOnceAndNoGap(Set<String> reports) throws Exception {
        Api auditor = users.as("auditor");
        List<String> submitted = Patience.until(
                "each report in the trail",
                SOON,
                () -> values(auditor, "/audit/entries?limit=200&type=report-submitted", "incidents/0"),
                found -> found.size() >= reports.size());
        assertThat(submitted).containsExactlyInAnyOrderElementsOf(reports);
        Patience.until(
                "a trail without gaps",
                SOON,
                () -> auditor.get("/audit/gaps").expecting(200).json().path("items"),
                JsonNode::isEmpty);
        assertThat(values(auditor, "/audit/entries?limit=200", "eventId")).doesNotHaveDuplicates();
        JsonNode check =
                auditor.post("/audit/self-check", Map.of()).expecting(200).json();
        assertThat(check.path("holds").asBoolean()).as(check.toString()).isTrue();
    }

    /** A mail keeps its Message-ID when it is sent again; a second alert of the same duty would have the same words. */
    private void eachAlertWasMailedOnce(Mailbox mails) throws Exception {
        assertThat(complaints).isNotEmpty();
        for (String complaint : complaints) {
            List<String> told = Patience.until(
                    "mails about " + complaint,
                    SOON,
                    () -> mails.holding(complaint).stream()
                            .map(ReplicasIT::words)
                            .toList(),
                    found -> !found.isEmpty());
            assertThat(told).doesNotHaveDuplicates();
        }
    }

    private void noServiceHasADeadLetter() throws Exception {
        for (ServiceName service : ServiceName.values()) {
            assertThat(values(users.as("operator"), "/" + service.id() + "/dead-letters?limit=200", "reason"))
                    .as(service.id())
                    .isEmpty();
        }
    }

    /** To whom, of what, and the text. */
    private static String words(Path mail) {
        return Mailbox.lines(mail).stream()
                .filter(line -> !line.matches("(Date|Message-ID|Content-Type|Return-Path): .*|--.*|\\s+boundary=.*"))
                .collect(Collectors.joining("\n"));
    }

    private static List<String> values(Api reader, String list, String field) throws IOException, InterruptedException {
        List<String> values = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = reader.get(list + next).expecting(200).json();
            page.path("items").forEach(item -> values.add(item.at("/" + field).asText()));
            next = page.path("next").isTextual()
                    ? "&cursor=" + page.path("next").asText()
                    : "";
        } while (!next.isEmpty());
        return values;
    }

    private static Object report(String kind) {
        return Json.of(
                "entityId", "larkspur-falls",
                "kind", kind,
                "relation", "WORKFORCE",
                "channel", "ONLINE",
                "phiPossible", false,
                "narrative", "A cabinet was found open in the morning.");
    }
}
