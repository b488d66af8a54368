package org.candor.local.demo;

import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.candor.local.api.Answer;
import org.candor.local.api.Api;
import org.candor.local.api.Json;
import org.candor.local.api.Unexpected;

/** A clerk reports in time, and somebody reports the same without a name. */
final class Reporting implements Chapter {

    private static final String NARRATIVE = """
            On opening the outgoing mail of the reporting server I saw that the nightly export had gone to a vendor we no longer \
            work with. The spreadsheet lists 612 patients of the health department with name, address, date of birth and what \
            they were treated for. I know some of them: Marisol Buenrostro asked me on the phone whether her results are in, and \
            Wendell Fjeldstad is my neighbour. I called the help desk at once, and they stopped the job. There are no Social \
            Security numbers and no account numbers in the file.""";

    private static final String NAMELESS = """
            People in the health department say that a patient list was mailed to an outside company. \
            Somebody should look at that.""";

    @Override
    public String title() {
        return "The reports";
    }

    @Override
    public void play(Stage stage) throws StepFailed, InterruptedException {
        stage.narrator.step("workforce", "reports that patients' data went to the wrong vendor", () -> report(stage));
        stage.narrator.step("somebody", "reports the same without token or name", () -> reportWithoutName(stage));
    }

    private static Told report(Stage stage) throws IOException, InterruptedException {
        Plot plot = stage.plot;
        Answer receipt = stage.as("workforce")
                .post(
                        "/intake/reports",
                        Json.of(
                                "entityId",
                                Plot.ENTITY,
                                "kind",
                                "IMPROPER_USE_OR_DISCLOSURE",
                                "relation",
                                "WORKFORCE",
                                "channel",
                                "ONLINE",
                                "medium",
                                "ELECTRONIC",
                                "happenedAt",
                                plot.sent,
                                "learnedAt",
                                plot.learned,
                                "phiPossible",
                                true,
                                "urgent",
                                false,
                                "systems",
                                List.of("nightly export job", "reporting server"),
                                "narrative",
                                NARRATIVE))
                .expecting(201);
        Unexpected.unlessEqual("late", false, receipt.json().path("late").asBoolean());
        plot.incident = receipt.id("/incidentId");
        long hours = ChronoUnit.HOURS.between(plot.learned, plot.reported);
        return Told.of(
                "stored, in time: %d of 24 hours after learning of it".formatted(hours),
                stage.link("/intake/reports/" + plot.incident));
    }

    private static Told reportWithoutName(Stage stage) throws IOException, InterruptedException {
        Api nobody = stage.withoutToken();
        Answer receipt = nobody.post(
                        "/intake/reports",
                        Json.of(
                                "entityId",
                                Plot.ENTITY,
                                "kind",
                                "OTHER_CONCERN",
                                "relation",
                                "NOT_SAID",
                                "channel",
                                "ONLINE",
                                "phiPossible",
                                true,
                                "narrative",
                                NAMELESS))
                .expecting(201);
        stage.plot.namelessIncident = receipt.id("/incidentId");
        String number = receipt.text("/receipt");
        String state = nobody.post("/intake/receipts/status", Json.of("receipt", number))
                .expecting(200)
                .text("/state");
        return Told.of(
                "receipt %s, which tells: %s".formatted(number, state),
                stage.link("/intake/reports/" + stage.plot.namelessIncident));
    }
}
