package org.candor.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.candor.notification.Fixtures.approved;
import static org.candor.notification.Fixtures.breach;
import static org.candor.notification.Fixtures.importing;
import static org.candor.notification.Fixtures.individuals;
import static org.candor.notification.Fixtures.officer;
import static org.candor.notification.Fixtures.roster;
import static org.candor.notification.Fixtures.tell;
import static org.candor.notification.Fixtures.today;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.candor.events.NoticeEvent.NoticesSent;
import org.candor.events.Topic;
import org.candor.test.Database;
import org.candor.test.OnRealPlatform;
import org.candor.test.TopicProbe;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs that are held, interrupted and taken up again: nobody is told twice, nobody is left out. */
@QuarkusTest
@OnRealPlatform
@WithTestResource(Surroundings.class)
class RunFaultsTest {

    private static final Duration SOON = Duration.ofSeconds(40);

    /** 45 CFR 164.412: a hold stops what has not left, and its end lets it go. */
    @Test
    void aHoldStopsEverythingAndItsEndLetsItGo() {
        UUID incident = breach(false, individuals(today().plusDays(30)));
        importing(incident, roster());
        approved(incident, "4-III-B", "en");

        officer()
                .post("/campaigns/" + incident + "/runs")
                .then()
                .statusCode(409)
                .body("code", equalTo("NOTICE_HELD"))
                .body("errors[0].message", equalTo(today().plusDays(30).toString()));

        tell(incident, false, 2, individuals(null));
        try (MailServer mail = MailServer.start()) {
            await().atMost(SOON)
                    .untilAsserted(() -> officer()
                            .post("/campaigns/" + incident + "/runs")
                            .then()
                            .statusCode(202));
            completes(incident);
            assertThat(mail.notices()).hasSize(4);
        }
    }

    @Test
    void whileTheMailServerIsAwayMailsWaitAndThenGoOnce() {
        UUID incident = breach(false, individuals(null));
        importing(incident, roster());
        approved(incident, "4-III-B", "en");
        officer().post("/campaigns/" + incident + "/runs").then().statusCode(202);
        await().atMost(SOON).until(() -> number(incident, "method = 'EMAIL' and attempts >= 2") > 0);

        try (MailServer mail = MailServer.start()) {
            completes(incident);
            assertThat(mail.notices()).hasSize(4);
            assertThat(mail.notices().stream().map(MailServer::recipients).distinct())
                    .hasSize(4);
        }
    }

    /** The worker died between "begun" and "done": such a mail may arrive twice, and says so. */
    @Test
    void anEmailInFlightAtACrashIsMarkedAndSentAgainUnderTheSameMessageId() throws Exception {
        UUID incident = breach(false, individuals(null));
        importing(incident, roster());
        approved(incident, "4-III-B", "en");
        officer().post("/campaigns/" + incident + "/runs").then().statusCode(202);
        await().atMost(SOON).until(() -> number(incident, "method = 'EMAIL' and state = 'WAITING'") == 4);

        // Between two rounds, as a dead worker leaves it: one mail begun, the lease ended.
        await().atMost(SOON)
                .until(() -> Database.execute(
                                "update notice set state = 'IN_FLIGHT' where id = (select id from notice where incident_id = ?"
                                        + " and method = 'EMAIL' and state = 'WAITING' order by id limit 1)",
                                incident)
                        == 1);
        Database.execute("update run set lease_until = now() - interval '1 hour' where incident_id = ?", incident);

        try (MailServer mail = MailServer.start()) {
            completes(incident);
            officer().get("/campaigns/" + incident + "/runs").then().body("[0].possibleDuplicates", equalTo(1));
            assertThat(mail.notices()).hasSize(4);
        }
    }

    /**
     * 550: the letter goes instead, as no working e-mail address is an agreement to nothing. 450: later. Lost after the mail
     * was taken: again, under the same Message-ID, marked.
     */
    @Test
    void eachMoodOfTheMailServerHasItsAnswer() throws Exception {
        UUID incident = breach(false, individuals(null));
        String street = "1 Elm Street";
        String roster = Fixtures.header()
                + Fixtures.person(
                        "P-1", "Quill", street, "Larkspur Falls", "WI", "54901", "refused@mail.example", "yes", "en")
                + "\n"
                + Fixtures.person(
                        "P-2", "Vega", street, "Larkspur Falls", "WI", "54901", "busy@mail.example", "yes", "en")
                + "\n"
                + Fixtures.person(
                        "P-3", "Ames", street, "Larkspur Falls", "WI", "54901", "drop@mail.example", "yes", "en")
                + "\n"
                + Fixtures.person("P-4", "Roe", "", "", "", "", "refused@other.example", "yes", "en")
                + "\n";
        importing(incident, roster);
        approved(incident, "4-III-B", "en");

        try (MoodySmtp mail = MoodySmtp.start()) {
            officer().post("/campaigns/" + incident + "/runs").then().statusCode(202);
            completes(incident);
            assertThat(mail.messageIds()).hasSize(3);
            assertThat(mail.messageIds().stream().distinct()).hasSize(2);
        }

        officer()
                .get("/campaigns/" + incident + "/runs")
                .then()
                .body("[0].notices.EMAIL_SENT", equalTo(2))
                .body("[0].notices.EMAIL_FAILED", equalTo(2))
                .body("[0].notices.FIRST_CLASS_MAIL_SENT", equalTo(1))
                .body("[0].possibleDuplicates", equalTo(1));
        officer().get("/campaigns/" + incident + "/roster").then().body("[0].counts.undeliverableLiving", equalTo(1));
    }

    /** Busy, late or dripping: nobody is lost, nobody gets two, whatever the server does before it takes a mail. */
    @ParameterizedTest
    @EnumSource(MoodySmtp.Greeting.class)
    void howeverTheMailServerGreetsEachMailGoesOnce(MoodySmtp.Greeting greeting) throws Exception {
        UUID incident = breach(false, individuals(null));
        importing(incident, roster());
        approved(incident, "4-III-B", "en");

        try (MoodySmtp mail = MoodySmtp.start(greeting)) {
            officer().post("/campaigns/" + incident + "/runs").then().statusCode(202);
            completes(incident);
            assertThat(mail.messageIds()).hasSize(4).doesNotHaveDuplicates();
        }
        officer().get("/campaigns/" + incident + "/runs").then().body("[0].notices.EMAIL_SENT", equalTo(4));
    }

    /** The worker died after the rename and before it was recorded, and the print house was quick: nothing is written again. */
    @Test
    void aBatchThatHasLeftAtACrashIsNotWrittenAgain() throws Exception {
        UUID incident = sentByLetter();
        Path folder = batchFolder(incident);
        Path taken = folder.resolveSibling(".taken-" + incident);
        Files.move(folder, taken);

        crashedWhileLeaving(incident);

        assertThat(folder).doesNotExist();
        assertThat(number(incident, "state = 'SENT' and method = 'FIRST_CLASS_MAIL'"))
                .isEqualTo(11);
        assertThat(number(incident, "true")).isEqualTo(11);
    }

    /** The worker died before the rename: the batch is still hidden, and a file that the crash has damaged is made again. */
    @Test
    void aBatchThatHasNotLeftAtACrashLeavesWholeWithTheSameHashes() throws Exception {
        UUID incident = sentByLetter();
        Path folder = batchFolder(incident);
        String before = Files.readString(folder.resolve("manifest.csv"));
        Path growing = folder.resolveSibling(".growing")
                .resolve(officer()
                        .get("/campaigns/" + incident + "/postal-batches")
                        .<String>path("[0].id"));
        Files.createDirectories(growing.getParent());
        Files.move(folder, growing);
        Files.writeString(growing.resolve(before.lines().toList().get(1).split(",")[0]), "half a letter");

        crashedWhileLeaving(incident);

        assertThat(Files.readString(folder.resolve("manifest.csv"))).isEqualTo(before);
        assertThat(Files.readAllBytes(
                        folder.resolve(before.lines().toList().get(1).split(",")[0])))
                .hasSizeGreaterThan(1000);
        assertThat(number(incident, "true")).isEqualTo(11);
    }

    private static UUID sentByLetter() {
        UUID incident = breach(false, individuals(null));
        importing(
                incident,
                roster().lines().filter(line -> !line.contains("@mail.example")).collect(Collectors.joining("\n")));
        approved(incident, "4-III-B", "en");
        officer().post("/campaigns/" + incident + "/runs").then().statusCode(202);
        completes(incident);
        return incident;
    }

    private static Path batchFolder(UUID incident) {
        return Path.of(ConfigProvider.getConfig().getValue("CANDOR_OUTBOX_DIR", String.class))
                .resolve(officer()
                        .get("/campaigns/" + incident + "/postal-batches")
                        .<String>path("[0].folder"));
    }

    /** The rows as a worker leaves them that dies while a batch is leaving; another takes over. */
    private static void crashedWhileLeaving(UUID incident) throws Exception {
        Database.execute(
                "update notice set state = 'BATCHED', sent_at = null, sent_on = null where incident_id = ?", incident);
        Database.execute("update person set state = 'PENDING' where incident_id = ? and state = 'TOLD'", incident);
        Database.execute("update campaign set state = 'SENDING', completed_on = null where incident_id = ?", incident);
        Database.execute("update postal_batch set state = 'LEAVING' where incident_id = ?", incident);
        Database.execute(
                "update run set state = 'RUNNING', finished_at = null, cleared_at = null,"
                        + " lease_until = now() - interval '1 hour' where incident_id = ?",
                incident);
        completes(incident);
    }

    /** The disk fails while letters are written; when it is back, each person has one letter with one hash. */
    @Test
    void aRunThatCannotWriteGoesOnWhenItCan() throws Exception {
        UUID incident = breach(false, individuals(null));
        importing(incident, roster());
        approved(incident, "4-III-B", "en");
        Path outbox = Path.of(ConfigProvider.getConfig().getValue("CANDOR_OUTBOX_DIR", String.class));
        Path growing = Files.createDirectories(outbox).resolve(".growing");
        Path aside = outbox.resolve(".aside-" + incident);
        if (Files.exists(growing)) {
            Files.move(growing, aside);
        }
        Files.writeString(growing, "a file where the folder should be");

        try (MailServer mail = MailServer.start()) {
            officer().post("/campaigns/" + incident + "/runs").then().statusCode(202);
            await().atMost(SOON).until(() -> number(incident, "state = 'IN_FLIGHT'") == 11);
            Files.delete(growing);
            completes(incident);
            assertThat(mail.notices()).hasSize(4);
        }

        String folder =
                officer().get("/campaigns/" + incident + "/postal-batches").path("[0].folder");
        try (Stream<Path> files = Files.list(outbox.resolve(folder))) {
            assertThat(files.filter(file -> file.toString().endsWith(".pdf"))).hasSize(11);
        }
        assertThat(number(incident, "state = 'SENT'")).isEqualTo(15);
        assertThat(Database.number(
                        "select count(*) from (select person_id from notice where incident_id = ? group by person_id"
                                + " having count(*) > 1) twice",
                        incident))
                .isZero();
    }

    @Test
    void inADrillNothingLeavesAndEverythingIsRecorded() throws Exception {
        UUID incident = breach(true, individuals(null));
        importing(incident, roster());
        approved(incident, "4-III-B", "en");
        try (MailServer mail = MailServer.start()) {
            officer().post("/campaigns/" + incident + "/runs").then().statusCode(202);
            completes(incident);
            assertThat(mail.notices()).isEmpty();
        }
        officer().get("/campaigns/" + incident + "/postal-batches").then().body("[0].folder", equalTo(""));
        try (TopicProbe notices = TopicProbe.on(Topic.NOTICE)) {
            assertThat(notices.awaitRecord(
                                    NoticesSent.class, fact -> fact.incidentId().equals(incident))
                            .attribute("drill"))
                    .isEqualTo("true");
        }
    }

    private static void completes(UUID incident) {
        await().atMost(SOON)
                .untilAsserted(() -> officer()
                        .get("/campaigns/" + incident + "/runs")
                        .then()
                        .body("[0].state", equalTo("COMPLETED"))
                        .body("[0].pending", equalTo(0)));
    }

    private static long number(UUID incident, String condition) {
        return Database.number("select count(*) from notice where incident_id = ? and " + condition, incident);
    }
}
