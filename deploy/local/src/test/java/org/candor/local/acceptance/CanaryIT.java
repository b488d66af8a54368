package org.candor.local.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.candor.local.Checkout;
import org.candor.local.ServiceName;
import org.candor.local.Stack;
import org.candor.local.StackSettings;
import org.candor.local.Trees;
import org.candor.local.acceptance.Collector.Span;
import org.candor.local.api.Api;
import org.candor.local.api.Json;
import org.candor.local.api.Users;
import org.candor.local.demo.Installing;
import org.junit.jupiter.api.Test;

/**
 * A canary as name, address, social security number, narrative, file name, receipt and reporter goes through the platform, and
 * another one into every text of every operation, also of those that refuse it. Afterwards none is where it must not be. On a
 * stack of its own: what it leaves in the directory would disturb others.
 */
class CanaryIT {

    private static final Duration ALL_HAS_ARRIVED = Duration.ofSeconds(15);
    private static final List<String> CALLERS = List.of("privacy-officer", "administrator", "operator", "");

    /** What an organisation says of itself, its rules and its work, and never of a person whom an incident is about. */
    private static final List<Predicate<String>> THE_ORGANISATIONS_OWN = List.of(
            origin -> origin.contains(" /intake/directory/"),
            origin -> origin.contains(" /notification/webhooks"),
            origin -> origin.contains(" /audit/policies"),
            origin -> origin.contains(" /breach/business-associates"),
            origin -> origin.contains(" /investigation/readiness/"),
            // Codes, places and roles; what somebody writes about a duty is not among them.
            origin -> origin.contains(" /audit/programme/") && !origin.matches(".*/(note|reason)"),
            // A number that the Secretary's portal gives.
            origin -> origin.matches(".*/hhs-submission/(previousT|t)rackingNumber"),
            origin -> origin.contains("/delegation/"));

    private final Canaries canaries = new Canaries("zqcanary");

    @Test
    void whatIsSaidOfPeopleIsNowhereButWhereItBelongs() throws Exception {
        Path directory = Checkout.find().root().resolve("deploy/local/target/canary");
        Trees.delete(directory);
        try (Collector collector = new Collector(directory.resolveSibling("canary-traces"));
                Stack stack = Stack.start(StackSettings.onFreePorts(directory).environment(around(collector)))) {
            Users users = Users.of(stack);
            Installing.directory(users);
            new Planted(stack, collector).areAllFound();

            canaries.known("the reporter's subject", subjectOf(stack.token("workforce")));
            UUID incident = story(users);
            EveryOperation operations = new EveryOperation(
                    stack, canaries, List.of(incident, new UUID(0, incident.getLeastSignificantBits())));
            for (ServiceName service : ServiceName.values()) {
                operations.callAll(service, CALLERS);
            }
            System.out.printf("%d canaries, answers by status: %s%n", canaries.count(), operations.statuses);
            Thread.sleep(ALL_HAS_ARRIVED);

            assertThat(collector.received())
                    .as("spans of all services")
                    .contains("/intake/reports/{incidentId}", "investigation", "breach", "notification", "audit");
            theReportsOwnTraceGoesThroughAllServices(collector.spans(), incident);
            everyStepToTheNoticeIsFoundByTheIncident(collector.spans(), incident);
            isNowhere(stack, collector, operations);
        }
    }

    /** What the report itself has caused has its trace: the request, the fact on its way, and what each service made of it. */
    private static void theReportsOwnTraceGoesThroughAllServices(List<Span> spans, UUID incident) {
        List<Span> submitted = spans.stream()
                .filter(span -> span.isAbout(incident, "org.candor.intake.report-submitted.v1"))
                .toList();
        Set<String> traces = submitted.stream().map(Span::trace).collect(Collectors.toSet());
        assertThat(traces).as("the trace of the report").hasSize(1);
        assertThat(spans)
                .filteredOn(span -> traces.contains(span.trace()))
                .anyMatch(span -> span.service() == ServiceName.INTAKE
                        && span.text().contains("POST /intake/reports")
                        && !span.text().contains("POST /intake/reports/"))
                .extracting(Span::service)
                .contains(ServiceName.values());
    }

    /** People come in between, and with them traces of their own; the incident's id holds them together. */
    private static void everyStepToTheNoticeIsFoundByTheIncident(List<Span> spans, UUID incident) {
        assertThat(spans)
                .filteredOn(span -> span.isAbout(incident, "org.candor.notification.notices-sent.v1"))
                .extracting(Span::service)
                .contains(ServiceName.NOTIFICATION, ServiceName.BREACH, ServiceName.AUDIT);
        for (String step : List.of(
                "intake.report-submitted",
                "investigation.case-opened",
                "breach.obligations-computed",
                "notification.campaign-opened")) {
            assertThat(spans).as(step).anyMatch(span -> span.isAbout(incident, "org.candor." + step + ".v1"));
        }
    }

    private static Map<String, String> around(Collector collector) {
        Map<String, String> environment = new HashMap<>(collector.environment());
        environment.put("CANDOR_WEBHOOK_PRIVATE_TARGETS", "true");
        return environment;
    }

    private void isNowhere(Stack stack, Collector collector, EveryOperation operations) throws Exception {
        Leaks leaks = new Leaks(stack, canaries);
        SoftAssertions nowhere = new SoftAssertions();
        nowhere.assertThat(personal(operations.quoted))
                .as("error bodies and addresses")
                .isEmpty();
        nowhere.assertThat(personal(leaks.topics())).as("Kafka records").isEmpty();
        nowhere.assertThat(personal(leaks.pages(leaks.metrics()))).as("metrics").isEmpty();
        nowhere.assertThat(leaks.files(collector.folder())).as("traces").isEmpty();
        nowhere.assertThat(personal(leaks.subjects())).as("mail subjects").isEmpty();
        Map<String, Set<String>> columns = leaks.columns();
        nowhere.assertThat(personal(columns)).as("columns").isEmpty();
        nowhere.assertThat(personal(leaks.backUp(stack.layout().root().resolveSibling("canary-backup"))))
                .as("databases in a back-up")
                .isEmpty();
        // Since the first back-up, which was taken to plant something in it, every change was archived beside that.
        nowhere.assertThat(personal(leaks.files(Planted.backUp(stack).resolve("wal"))))
                .as("archived log of the databases")
                .isEmpty();
        stack.stop("postgres");
        nowhere.assertThat(personal(leaks.files(stack.layout().data("postgres"))))
                .as("database files")
                .isEmpty();
        nowhere.assertThat(leaks.files(stack.layout().logs())).as("logs").isEmpty();
        nowhere.assertThat(leaks.files(stack.layout().temporary()))
                .as("temporary files")
                .isEmpty();
        nowhere.assertThat(leaks.files(stack.layout().checkpoints()))
                .as("checkpoints")
                .isEmpty();
        nowhere.assertAll();
    }

    private static Map<String, Set<String>> personal(Map<String, Set<String>> found) {
        Map<String, Set<String>> personal = new TreeMap<>();
        found.forEach((place, origins) -> {
            Set<String> rest = origins.stream()
                    .filter(origin -> THE_ORGANISATIONS_OWN.stream().noneMatch(own -> own.test(origin)))
                    .collect(Collectors.toCollection(TreeSet::new));
            if (!rest.isEmpty()) {
                personal.put(place, rest);
            }
        });
        return personal;
    }

    /** From the report to the letter, with what belongs to people in it. */
    private UUID story(Users users) throws Exception {
        AssessedIncident incident = CampaignIT.owed(users, 2);
        withAReporter(users);
        String ssn = canaries.known("a social security number", "927-66-" + (1000 + System.nanoTime() % 9000));
        canaries.known("a social security number without dashes", ssn.replace("-", ""));
        String name = canaries.in("a person's name");
        CampaignIT.take(
                incident,
                ("external_id,given_name,family_name,street,city,state,zip,email,email_agreed\n"
                                + "P-1,Ana,%s,%s Street,Larkspur Falls,WI,54901,,no\n"
                                + "P-2,Ben,%s,2 Elm Street,Larkspur Falls,WI,54901,%s@mail.example,yes\n")
                        .formatted(name, canaries.in("a person's street"), name, canaries.in("a person's mailbox")));
        CampaignIT.approve(users, incident);
        CampaignIT.over(incident, CampaignIT.start(incident));

        Api nobody = users.withoutToken();
        var filed = nobody.post(
                        "/intake/reports",
                        Json.of(
                                "kind",
                                "IMPROPER_USE_OR_DISCLOSURE",
                                "relation",
                                "NOT_SAID",
                                "channel",
                                "ONLINE",
                                "phiPossible",
                                true,
                                "implicated",
                                List.of(canaries.in("an implicated person")),
                                "narrative",
                                canaries.in("an anonymous narrative") + " has the number " + ssn))
                .expecting(201);
        String receipt = canaries.known("a receipt", filed.text("/receipt"));
        canaries.known("a receipt without dashes", receipt.replace("-", ""));
        nobody.post(
                        "/intake/receipts/messages",
                        Json.of("receipt", receipt, "text", canaries.in("a reporter's message")))
                .expecting(201);
        users.as("privacy-officer")
                .post(
                        "/intake/reports/" + filed.text("/incidentId") + "/messages",
                        Json.of("text", canaries.in("an officer's message")))
                .expecting(201);
        file(users, filed.text("/incidentId"));
        return incident.id;
    }

    private static String subjectOf(String token) throws IOException {
        return new ObjectMapper()
                .readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]))
                .path("sub")
                .asText();
    }

    private void withAReporter(Users users) throws IOException, InterruptedException {
        users.as("workforce")
                .post(
                        "/intake/reports",
                        Json.of(
                                "kind",
                                "IMPROPER_USE_OR_DISCLOSURE",
                                "relation",
                                "WORKFORCE",
                                "channel",
                                "ONLINE",
                                "phiPossible",
                                true,
                                "place",
                                canaries.in("a place"),
                                "narrative",
                                canaries.in("a reporter's narrative"),
                                "contact",
                                Json.of(
                                        "name",
                                        canaries.in("a reporter's name"),
                                        "answerBy",
                                        "LETTER",
                                        "address",
                                        canaries.in("a reporter's street") + "\nLarkspur Falls, WI")))
                .expecting(201);
    }

    private void file(Users users, String incident) throws IOException, InterruptedException {
        String form = "--zq\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s.txt\"\r\n"
                + "Content-Type: text/plain\r\n\r\n%s\r\n--zq--\r\n";
        users.as("privacy-officer")
                .upload(
                        "/intake/reports/" + incident + "/files",
                        "multipart/form-data; boundary=zq",
                        form.formatted(canaries.in("a file's name"), canaries.in("a file's words"))
                                .getBytes(UTF_8))
                .expecting(201);
    }
}
