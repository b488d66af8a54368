package org.candor.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.candor.local.api.Api;
import org.candor.local.api.Json;
import org.candor.local.api.Patience;

/** HHS, the regulator of Illinois and the media are told, each against its duty. */
final class Telling implements Chapter {

    @Override
    public String title() {
        return "HHS, regulator and media";
    }

    @Override
    public void play(Stage stage) throws StepFailed, InterruptedException {
        Narrator narrator = stage.narrator;
        narrator.step("privacy-officer", "finds HHS due with the letters", () -> awaitHhsDue(stage));
        narrator.step("privacy-officer", "records the HHS tracking number", () -> recordSubmission(stage));
        narrator.step("privacy-officer", "finds the breach in the log", () -> awaitLogEntry(stage));
        narrator.step("privacy-officer", "records the notice to Illinois", () -> recordRegulator(stage));
        narrator.step("privacy-officer", "tells the media of Wisconsin", () -> tellMedia(stage));
        narrator.step("privacy-officer", "sees every duty done", () -> awaitAllDone(stage));
    }

    /** 45 CFR 164.408(b): contemporaneously with the notice to individuals. */
    private static Told awaitHhsDue(Stage stage) throws IOException, InterruptedException {
        LocalDate before = stage.plot.hhsDue;
        LocalDate today = stage.plot.today();
        JsonNode duties = Patience.until(
                "HHS due on the day of the letters, " + today,
                Stage.SOON,
                () -> Owing.all(stage),
                all -> Owing.due(Owing.only(all, "HHS_NOTICE")).equals(today));
        stage.plot.hhsDue = today;
        stage.plot.illinoisDue = Owing.due(Owing.only(duties, "STATE_REGULATOR_NOTICE"));
        return Told.of(
                "was due %s, now due %s; Illinois %s".formatted(before, today, stage.plot.illinoisDue),
                stage.link(Owing.path(stage)));
    }

    private static Told recordSubmission(Stage stage) throws IOException, InterruptedException {
        String number = trackingNumber(stage);
        stage.as("privacy-officer")
                .post(
                        Counting.campaign(stage) + "/hhs-submission",
                        Json.of("trackingNumber", number, "submittedOn", stage.plot.today()))
                .expecting(201);
        return Told.of(number, stage.link(Counting.campaign(stage) + "/hhs-worksheet"));
    }

    /** As the portal might give it; the entry of this run is told from others by it. */
    private static String trackingNumber(Stage stage) {
        return "DEMO-" + stage.plot.incident.toString().substring(24).toUpperCase(java.util.Locale.ROOT);
    }

    private static Told awaitLogEntry(Stage stage) throws IOException, InterruptedException {
        String path = "/breach/log?year=" + stage.plot.discoveredOn().getYear();
        Patience.until(
                "the breach with its tracking number in the log",
                Stage.SOON,
                () -> stage.as("privacy-officer").get(path).expecting(200),
                log -> log.text().contains(stage.plot.incident.toString())
                        && log.text().contains(trackingNumber(stage)));
        int year = stage.plot.discoveredOn().getYear();
        byte[] log = stage.as("privacy-officer").file("/breach/log/breach-log.xlsx?year=" + year);
        return Told.of("year of discovery " + year, stage.files.keepExcel("breach-log-4-III-E.xlsx", log));
    }

    private static Told recordRegulator(Stage stage) throws IOException, InterruptedException {
        stage.as("privacy-officer")
                .post(
                        Counting.campaign(stage) + "/regulator-notices",
                        Json.of(
                                "obligationId",
                                stage.plot.illinoisNotice,
                                "notifiedOn",
                                stage.plot.today(),
                                "reference",
                                "Web form of the attorney general, receipt 88-1402"))
                .expecting(201);
        return Told.of("attorney general, in time", stage.link(Counting.campaign(stage) + "/regulator-notices"));
    }

    private static Told tellMedia(Stage stage) throws IOException, InterruptedException {
        Api officer = stage.as("privacy-officer");
        String path = Counting.campaign(stage) + "/media";
        officer.post(
                        path,
                        Json.of(
                                "jurisdiction",
                                "WI",
                                "outlets",
                                List.of(
                                        Json.of("name", "Larkspur Falls Courier", "email", "news@courier.example"),
                                        Json.of("name", "Channel 9", "email", "desk@channel9.example"))))
                .accepted();
        Patience.until(
                "the outlets told",
                Stage.SOON,
                () -> officer.get(path).expecting(200),
                answer -> answer.json().path(0).path("state").asText().equals("NOTIFIED"));
        return Told.of("two outlets have the release with its PDF", stage.link(path));
    }

    private static Told awaitAllDone(Stage stage) throws IOException, InterruptedException {
        JsonNode duties = Patience.until("every duty done", Stage.SOON, () -> Owing.all(stage), all -> open(all) == 0);
        return Told.of(duties.size() + " duties, none open, none late", stage.link(Owing.path(stage)));
    }

    private static int open(JsonNode duties) {
        int open = 0;
        for (JsonNode duty : duties) {
            open += duty.path("completedOn").isTextual() ? 0 : 1;
        }
        return open;
    }
}
