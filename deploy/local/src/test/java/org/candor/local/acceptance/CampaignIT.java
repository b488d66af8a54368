package org.candor.local.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.candor.local.acceptance.AssessedIncident.SOON;
import static org.candor.local.acceptance.AssessedIncident.people;
import static org.candor.local.acceptance.AssessedIncident.today;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.candor.local.SharedStack;
import org.candor.local.Stack;
import org.candor.local.api.Answer;
import org.candor.local.api.Json;
import org.candor.local.api.Patience;
import org.candor.local.api.Users;
import org.candor.local.api.Versioned;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From the roster to the last notice on the running platform, at the numbers on which the law turns. */
@ExtendWith(SharedStack.class)
class CampaignIT {

    private static final Duration LONG = Duration.ofMinutes(4);
    private static final String HEADER =
            "external_id,given_name,family_name,street,city,state,zip,email,email_agreed\n";

    @Test
    void tellsTheOnePersonOfABreachByOneLetter(Users users, Stack stack) throws Exception {
        AssessedIncident incident = owed(users, 1);
        take(incident, HEADER + good(1));
        approve(users, incident);
        String run = start(incident);

        Answer done = over(incident, run);
        assertThat(done.json().path("notices").path("FIRST_CLASS_MAIL_SENT").asLong())
                .isEqualTo(1);
        JsonNode batch = incident.officer()
                .get(path(incident, "/postal-batches"))
                .expecting(200)
                .json()
                .path(0);
        try (Stream<Path> files =
                Files.list(stack.postalDirectory().resolve(batch.path("folder").asText()))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .hasSize(3)
                    .contains("manifest.csv", "manifest.json");
        }
        JsonNode campaign = campaign(incident);
        assertThat(campaign.path("people").path("told").asLong()).isEqualTo(1);
        assertThat(duty(campaign, "INDIVIDUAL_NOTICE").path("state").asText()).isEqualTo("DONE");
    }

    /** 45 CFR 164.404(d)(2): fewer than ten by telephone or the like, ten or more conspicuously. */
    @Test
    void nineBadAddressesAreToldByOtherMeansAndTenConspicuously(Users users) throws Exception {
        for (int bad : List.of(9, 10)) {
            AssessedIncident incident = owed(users, 30);
            StringBuilder roster = new StringBuilder(HEADER);
            for (int i = 1; i <= 30; i++) {
                roster.append(i <= bad ? "P-%d,Ana,Nowhere%d,,Larkspur Falls,WI,54901,,no\n".formatted(i, i) : good(i));
            }
            take(incident, roster.toString());
            adopt(incident);

            JsonNode campaign = Patience.until(
                    "a duty of substitute notice",
                    SOON,
                    () -> campaign(incident),
                    found -> !duty(found, "SUBSTITUTE_NOTICE").isMissingNode());
            assertThat(duty(campaign, "SUBSTITUTE_NOTICE").path("method").asText())
                    .isEqualTo(bad < 10 ? "ALTERNATIVE" : "CONSPICUOUS");
            assertThat(campaign.path("people").path("substitute").asLong()).isEqualTo(bad);
        }
    }

    /** 45 CFR 164.406 begins above 500 residents, 164.408(b) at 500 people. */
    @Test
    void fiveHundredInOneStateCallForNoMediaAndFiveHundredAndOneDo(Users users) throws Exception {
        for (int residents : List.of(500, 501)) {
            AssessedIncident incident = owed(users, 3);
            StringBuilder roster = new StringBuilder(HEADER);
            for (int i = 1; i <= residents; i++) {
                roster.append(good(i));
            }
            take(incident, roster.toString());
            adopt(incident);

            JsonNode campaign = Patience.until(
                    "a contemporaneous report to HHS",
                    SOON,
                    () -> campaign(incident),
                    found -> duty(found, "HHS_NOTICE").path("track").asText().equals("CONTEMPORANEOUS"));
            assertThat(duty(campaign, "MEDIA_NOTICE").isMissingNode()).isEqualTo(residents == 500);
        }
    }

    /** 45 CFR 164.412: what has left has left, what has not waits, and the end of the hold lets it go, each once. */
    @Test
    void aHoldThatBeginsInTheMiddleOfARunStopsItAndItsEndContinuesIt(Users users, Stack stack) throws Exception {
        int size = 600;
        Map<String, Object> facts = people(size, Json.of("WI", size));
        AssessedIncident incident = AssessedIncident.open(users).breach(facts);
        awaitCampaign(incident);
        String mark = UUID.randomUUID().toString().substring(0, 8);
        StringBuilder roster = new StringBuilder(HEADER);
        for (int i = 1; i <= size; i++) {
            roster.append("P-%d,Ana,Resident%d,%d Elm Street,Larkspur Falls,WI,54901,p%d.%s@mail.example,yes\n"
                    .formatted(i, i, i, i, mark));
        }
        take(incident, roster.toString());
        approve(users, incident);
        String run = start(incident);
        Patience.until("some e-mails", LONG, () -> incident.officer().get(run), answer -> sent(answer) >= 5);

        List<Map<String, Object>> delay = List.of(Json.of(
                "form", "ORAL",
                "statedOn", today(),
                "ground", "IMPEDE_INVESTIGATION",
                "official", "Det. B. Sample",
                "agency", "County sheriff"));
        incident.counted(Json.of("individuals", facts.get("individuals"), "lawEnforcementDelays", delay));
        Answer held = Patience.until(
                "a run that waits",
                LONG,
                () -> incident.officer().get(run),
                answer -> answer.json().path("waitingFor").asText().equals("NOTICE_HELD"));
        assertThat(held.text("/state")).isEqualTo("RUNNING");
        assertThat(sent(held)).isBetween(5L, size - 1L);
        assertThat(mails(stack, mark)).isEqualTo(sent(held));
        Thread.sleep(3000);
        assertThat(mails(stack, mark)).isEqualTo(sent(held));

        incident.counted(facts);
        Answer done = over(incident, run);
        assertThat(sent(done)).isEqualTo(size);
        assertThat(mails(stack, mark)).isEqualTo(size);
    }

    /** A breach of so many people, with its campaign open. */
    static AssessedIncident owed(Users users, int people) throws Exception {
        AssessedIncident incident = AssessedIncident.open(users).breach(people(people, Json.of("WI", people)));
        awaitCampaign(incident);
        return incident;
    }

    static void awaitCampaign(AssessedIncident incident) throws Exception {
        Patience.until(
                "a campaign", SOON, () -> incident.officer().get(path(incident, "")), answer -> answer.status() == 200);
    }

    private static JsonNode campaign(AssessedIncident incident) throws java.io.IOException, InterruptedException {
        return incident.officer().get(path(incident, "")).expecting(200).json();
    }

    private static JsonNode duty(JsonNode campaign, String kind) {
        for (JsonNode duty : campaign.path("duties")) {
            if (duty.path("kind").asText().equals(kind)) {
                return duty;
            }
        }
        return campaign.path("no such duty");
    }

    static void take(AssessedIncident incident, String roster) throws Exception {
        Answer taken = incident.officer()
                .upload(path(incident, "/roster"), "text/csv", roster.getBytes(StandardCharsets.UTF_8))
                .expecting(200);
        assertThat(taken.json().path("refused").asLong()).isZero();
    }

    private static void adopt(AssessedIncident incident) throws Exception {
        Patience.until(
                "an offer of counts",
                SOON,
                () -> incident.officer().get(incident.path("/obligations")).expecting(200),
                answer -> answer.json().path("offer").isObject());
        new Versioned("/breach/breaches/" + incident.id, "/obligations")
                .change(incident.officer(), "POST", "/counts/adoption", Map.of())
                .expecting(200);
    }

    static void approve(Users users, AssessedIncident incident) throws Exception {
        String letter = path(incident, "/texts/4-III-B");
        String tag = incident.officer()
                .put(letter + "?language=en", words())
                .expecting(200)
                .etag();
        users.as("security-officer")
                .change("POST", letter + "/approval?language=en", tag, Map.of())
                .expecting(200);
    }

    static String start(AssessedIncident incident) throws Exception {
        return path(incident, "/runs/")
                + incident.officer()
                        .post(path(incident, "/runs"), Map.of())
                        .expecting(202)
                        .text("/id");
    }

    static Answer over(AssessedIncident incident, String run) throws Exception {
        return Patience.until(
                "a completed run",
                LONG,
                () -> incident.officer().get(run),
                answer -> answer.text("/state").equals("COMPLETED"));
    }

    private static long sent(Answer run) {
        return run.json().path("notices").path("EMAIL_SENT").asLong();
    }

    private static long mails(Stack stack, String mark) throws Exception {
        List<String> recipients = new ArrayList<>();
        try (Stream<Path> files = Files.walk(stack.mailDirectory())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (Files.readString(file, StandardCharsets.ISO_8859_1).contains("." + mark + "@mail.example")) {
                    recipients.add(file.toString());
                }
            }
        }
        return recipients.size();
    }

    private static String good(int i) {
        return "P-%d,Ana,Resident%d,%d Elm Street,Larkspur Falls,WI,54901,,no\n".formatted(i, i, i);
    }

    private static String path(AssessedIncident incident, String below) {
        return "/notification/campaigns/" + incident.id + below;
    }

    private static Object words() {
        return Json.of(
                "whatHappened", "A computer job sent a file to the wrong company by e-mail. We found it the next day.",
                "breachOn", today().minusDays(3).toString(),
                "discoveredOn", today().toString(),
                "dataKinds", List.of("NAME", "ADDRESS", "TREATMENT"),
                "steps", "Read the bills you get. Call us if you see something odd.",
                "response", "We stopped the job. The company has deleted the file.",
                "contact", Json.of("tollFree", "+18005550142", "email", "privacy@larkspur-falls.example"),
                "signerName", "Dana Whitfield",
                "signerTitle", "Privacy Officer");
    }
}
