package org.candor.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import org.candor.local.api.Answer;
import org.candor.local.api.Api;
import org.candor.local.api.Patience;
import org.candor.local.api.Unexpected;
import org.candor.local.api.Versioned;

/** The roster is read, its counts are adopted, and ten people without an address need another notice. */
final class Counting implements Chapter {

    @Override
    public String title() {
        return "The people";
    }

    @Override
    public void play(Stage stage) throws StepFailed, InterruptedException {
        Narrator narrator = stage.narrator;
        narrator.step("privacy-officer", "finds the campaign open", () -> awaitCampaign(stage));
        narrator.step("privacy-officer", "imports the roster", () -> importRoster(stage));
        narrator.step("privacy-officer", "adopts the counts of the roster", () -> adopt(stage));
        narrator.step("privacy-officer", "sees that substitute notice is owed", () -> awaitSubstitute(stage));
    }

    static String campaign(Stage stage) {
        return "/notification/campaigns/" + stage.plot.incident;
    }

    private static Told awaitCampaign(Stage stage) throws IOException, InterruptedException {
        Answer campaign = Patience.until(
                "a campaign with its duties",
                Stage.SOON,
                () -> stage.as("privacy-officer").get(campaign(stage)),
                answer ->
                        answer.status() == 200 && !answer.json().path("duties").isEmpty());
        return Told.of(
                "%d duties, letters until %s"
                        .formatted(campaign.json().path("duties").size(), campaign.text("/letterDue")),
                stage.link(campaign(stage)));
    }

    private static Told importRoster(Stage stage) throws IOException, InterruptedException {
        Answer imported = stage.as("privacy-officer")
                .upload(
                        campaign(stage) + "/roster",
                        "text/csv",
                        Roster.ofTheCheckout().bytes())
                .accepted();
        JsonNode counts = imported.json().path("counts");
        Unexpected.unlessEqual("refused lines", 0, imported.json().path("refused"));
        Unexpected.unlessEqual("people", Plot.PATIENTS, counts.path("total"));
        Unexpected.unlessEqual("without usable address", Plot.WITHOUT_ADDRESS, counts.path("undeliverableLiving"));
        JsonNode ways = counts.path("byMethod");
        Unexpected.unlessEqual("letters", Plot.LETTERS, ways.path("FIRST_CLASS_MAIL"));
        Unexpected.unlessEqual("e-mails", Plot.EMAILS, ways.path("EMAIL"));
        return Told.of(
                "%d by post, %d by e-mail, %d without usable address"
                        .formatted(Plot.LETTERS, Plot.EMAILS, Plot.WITHOUT_ADDRESS),
                stage.link(campaign(stage) + "/people"));
    }

    private static Told adopt(Stage stage) throws IOException, InterruptedException {
        Api officer = stage.as("privacy-officer");
        Answer offered = Patience.until(
                "an offer of counts",
                Stage.SOON,
                () -> officer.get(Owing.path(stage)).expecting(200),
                answer -> answer.json().path("offer").isObject());
        JsonNode residents = offered.json().path("offer").path("byJurisdiction");
        Unexpected.unlessEqual("residents of Wisconsin", Plot.IN_WISCONSIN, residents.path("WI"));
        Unexpected.unlessEqual("residents of Illinois", Plot.IN_ILLINOIS, residents.path("IL"));
        new Versioned("/breach/breaches/" + stage.plot.incident, "/obligations")
                .change(officer, "POST", "/counts/adoption", Map.of())
                .expecting(200);
        return Told.of("WI %d, IL %d, 3 unknown".formatted(Plot.IN_WISCONSIN, Plot.IN_ILLINOIS));
    }

    private static Told awaitSubstitute(Stage stage) throws IOException, InterruptedException {
        JsonNode duties = Patience.until(
                "a duty of substitute notice",
                Stage.SOON,
                () -> Owing.all(stage),
                all -> !Owing.of(all, "SUBSTITUTE_NOTICE").isEmpty());
        JsonNode duty = Owing.only(duties, "SUBSTITUTE_NOTICE");
        Unexpected.unlessEqual("method", "CONSPICUOUS", duty.path("method").asText());
        Patience.until(
                "the duty of substitute notice in the campaign",
                Stage.SOON,
                () -> stage.as("privacy-officer").get(campaign(stage)).json().path("duties"),
                all -> !Owing.of(all, "SUBSTITUTE_NOTICE").isEmpty());
        return Told.of(
                "conspicuous (%s): %s"
                        .formatted(
                                duty.path("citation").asText(),
                                duty.path("reason").asText()),
                stage.link(Owing.path(stage)));
    }
}
