package org.candor.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.candor.local.SharedStack;
import org.candor.local.Stack;
import org.candor.local.api.Patience;
import org.candor.local.tools.Browser;
import org.candor.local.tools.OfflineVerifier;
import org.candor.tools.NeedsTool;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The acceptance test: the story on the launcher, each of its steps looked at again from outside. What the story made stays
 * in {@code target/acceptance}, so that people can open it.
 */
@ExtendWith(SharedStack.class)
class DemoIT {

    private static final Narrator NARRATOR = new Narrator(new PrintStream(System.out, true), false);
    private static final Reads READS = new Reads();
    private static Path directory;
    private static Stage after;
    private static Duration quarterTook;

    @BeforeAll
    static void playTheStory(Stack stack) throws Exception {
        directory = stack.layout().root();
        after = Story.play(stack, NARRATOR, READS);
        Instant from = Instant.now();
        Story.playQuarter(after);
        quarterTook = Duration.between(from, Instant.now());
    }

    @Test
    void bothReportsAreStoredAndTheFirstIsInTime() throws Exception {
        JsonNode report = read("privacy-officer", "/intake/reports/" + after.plot.incident);
        assertThat(report.at("/summary/late").asBoolean()).isFalse();
        assertThat(report.at("/summary/state").asText()).isEqualTo("CLOSED");
        JsonNode nameless = read("security-officer", "/intake/reports/" + after.plot.namelessIncident);
        assertThat(nameless.at("/summary/anonymous").asBoolean()).isTrue();
    }

    @Test
    void theCaseWentThroughAllPhasesAndIsClosed() throws Exception {
        JsonNode timeline = read("privacy-officer", after.plot.investigation.path() + "/timeline");
        assertThat(timeline.path("phases").findValuesAsText("phase"))
                .containsExactly("TRIAGE", "CONTAINMENT", "ERADICATION", "RECOVERY", "FORMS", "FOLLOW_UP");
        JsonNode one = read("privacy-officer", after.plot.investigation.path());
        assertThat(one.at("/summary/phase").asText()).isEqualTo("CLOSED");
        assertThat(one.path("safeToContinue").asBoolean()).isFalse();
        assertThat(one.path("steps").size()).isGreaterThanOrEqualTo(30);
    }

    @Test
    void everyDutyIsDoneInTimeWithItsCitationAndReason() throws Exception {
        JsonNode duties = Owing.all(after);
        assertThat(duties).hasSizeGreaterThanOrEqualTo(5).allSatisfy(duty -> {
            assertThat(duty.path("citation").asText()).isNotBlank();
            assertThat(duty.path("reason").asText()).isNotBlank();
            assertThat(duty.path("completedOn").asText())
                    .isEqualTo(after.plot.today().toString());
            assertThat(duty.path("daysLate").asInt()).isZero();
        });
    }

    @Test
    void individualsWereDueOnDaySixtyAndHhsWithTheLetters() throws Exception {
        JsonNode duties = Owing.all(after);
        assertThat(Owing.due(Owing.only(duties, "INDIVIDUAL_NOTICE")))
                .isEqualTo(after.plot.discoveredOn().plusDays(60));
        assertThat(Owing.due(Owing.only(duties, "HHS_NOTICE"))).isEqualTo(after.plot.today());
    }

    @Test
    void illinoisIsDueFiveBusinessDaysAfterHhs() {
        // Five business days are seven calendar days, more with holidays between.
        assertThat(Duration.between(after.plot.hhsDue.atStartOfDay(), after.plot.illinoisDue.atStartOfDay())
                        .toDays())
                .isBetween(7L, 10L);
        assertThat(after.plot.illinoisDue.getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    }

    @Test
    void onlyTheMediaOfWisconsinWereOwed() throws Exception {
        assertThat(Owing.of(Owing.all(after), "MEDIA_NOTICE"))
                .singleElement()
                .satisfies(
                        duty -> assertThat(duty.path("jurisdiction").asText()).isEqualTo("WI"));
        for (String outlet : List.of("news@courier.example", "desk@channel9.example")) {
            assertThat(after.mail.to(outlet)).hasSize(1);
        }
    }

    @Test
    void theRecomputationsTellWhatChangedAndWhy() throws Exception {
        JsonNode history = read("privacy-officer", Owing.path(after)).path("history");
        assertThat(history)
                .hasSizeGreaterThanOrEqualTo(3)
                .allSatisfy(computation ->
                        assertThat(computation.path("because").asText()).isNotBlank());
    }

    @Test
    void lettersLieInTheBatchAndMailsWithTheServer() throws Exception {
        try (Stream<Path> files = Files.list(after.plot.batch)) {
            assertThat(files.filter(file -> file.toString().endsWith(".pdf"))).hasSize(Plot.LETTERS);
        }
        assertThat(after.mail.toAny(Roster.ofTheCheckout().agreedMailboxes())).hasSize(Plot.EMAILS);
    }

    @Test
    void theSecondReportIsClosedToo() throws Exception {
        JsonNode one = read("privacy-officer", after.plot.namelessInvestigation.path());
        assertThat(one.at("/summary/phase").asText()).isEqualTo("CLOSED");
    }

    /** The second story is short: whoever watches the demo has seen a long one. */
    @Test
    void theQuarterTookSeconds() {
        assertThat(quarterTook).isLessThan(Duration.ofSeconds(60));
    }

    @Test
    void theDrillOfTheQuarterEndedWithAFindingAndIsNoIncident() throws Exception {
        JsonNode drill = read("security-officer", after.plot.drill.path());
        assertThat(drill.path("state").asText()).isEqualTo("CONCLUDED");
        assertThat(drill.path("findings")).hasSize(1);
        assertThat(drill.path("next").asText()).isNotBlank();
        assertThat(read("security-officer", after.plot.exercise.path())
                        .at("/summary/drill")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void theChangedPolicyAsksTheCrewOnceMore() throws Exception {
        JsonNode changes = read("security-officer", "/investigation/readiness/policy-changes?entityId=" + Plot.ENTITY);
        assertThat(changes.path("items"))
                .anySatisfy(change -> assertThat(change.path("policy").asText()).isEqualTo("RR-01"));
        JsonNode member = read(
                "security-officer",
                "/investigation/readiness/people/" + after.plot.member(2) + "?entityId=" + Plot.ENTITY);
        assertThat(member.path("state").asText()).isEqualTo("DUE");
    }

    @Test
    void theProofOfTheQuarterVerifies(Stack stack) throws Exception {
        OfflineVerifier.Verdict verdict =
                OfflineVerifier.of(stack).verify(directory.resolve("demo/files/quarter-proof.zip"));
        assertThat(verdict.words()).contains("without a gap").endsWith("verified\n");
    }

    @Test
    void everyDocumentWasKept() throws Exception {
        try (Stream<Path> files = Files.list(directory.resolve("demo/files"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsAll(Set.of(
                            "breach-worksheet-4-III-A.pdf",
                            "letter-generic-4-III-B.pdf",
                            "letter-to-one-person.pdf",
                            "media-release-4-III-C.pdf",
                            "hhs-worksheet-4-III-D.pdf",
                            "posting-en.html",
                            "posting-es.html",
                            "listing.xlsx",
                            "form-4-I-A.pdf",
                            "form-4-I-B.pdf",
                            "lessons-learned.pdf",
                            "inclusion-proof.json",
                            "training-report.csv",
                            "month.html",
                            "quarter-proof.zip"));
        }
    }

    @Test
    void whoWorksNoCaseSeesNothingOfIt() throws Exception {
        for (String role : List.of("workforce", "operator")) {
            assertThat(after.as(role).get(after.plot.investigation.path()).status())
                    .isEqualTo(403);
        }
        assertThat(after.withoutToken().get(after.plot.investigation.path()).status())
                .isEqualTo(401);
    }

    @Test
    void theProofOfTheStoryConvincesAStrangerAndNoOtherBytesDo(Stack stack) throws Exception {
        byte[] bytes = after.as("auditor").file("/audit/packs?incidentId=" + after.plot.incident);
        Path pack = Files.write(directory.resolve("demo/proof-pack.zip"), bytes);
        OfflineVerifier verifier = OfflineVerifier.of(stack);
        OfflineVerifier.Verdict verdict = verifier.verify(pack);
        assertThat(verdict.words())
                .contains("incident " + after.plot.incident, "ok    cosignature by witness.candor.local")
                .endsWith("verified\n");
        assertThat(verdict.code()).isZero();
        verifier.findsEveryChangeOf(pack, 60);
    }

    @Test
    void whoLookedShowsEveryReadOfTheStory() throws Exception {
        Map<String, Long> reads = READS.of(after.plot.incident, after.users);
        assertThat(reads).hasSizeGreaterThan(7);
        Patience.until(
                "each of " + reads + " in the trail",
                Stage.SOON,
                () -> Reads.inTheTrail(after.plot.incident, after.as("auditor")),
                accesses -> reads.entrySet().stream()
                        .allMatch(read -> accesses.getOrDefault(read.getKey(), 0L) >= read.getValue()));
    }

    @Test
    void theResultPageLinksEveryFile() throws Exception {
        Path page = ResultPage.write(directory.resolve("demo"), NARRATOR.chapters());
        String html = Files.readString(page);
        try (Stream<Path> files = Files.list(directory.resolve("demo/files"))) {
            assertThat(files)
                    .allSatisfy(file -> assertThat(html).contains("href=\"files/" + file.getFileName() + "\""));
        }
    }

    @Test
    @NeedsTool("chromium")
    void itsPagesCanBeLookedAt() throws Exception {
        Path demo = directory.resolve("demo");
        ResultPage.write(demo, NARRATOR.chapters());
        Browser.picture("results", demo.resolve("results.html").toUri(), 1200, 7000);
        for (String page : List.of("posting-en.html", "posting-es.html", "hhs-worksheet-4-III-D.html")) {
            Browser.picture(page, demo.resolve("files").resolve(page).toUri(), 900, 1600);
        }
    }

    private static JsonNode read(String role, String path) throws Exception {
        return after.as(role).get(path).expecting(200).json();
    }
}
