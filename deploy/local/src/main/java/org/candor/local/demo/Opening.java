package org.candor.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.candor.local.api.Answer;
import org.candor.local.api.Api;
import org.candor.local.api.Json;
import org.candor.local.api.Patience;
import org.candor.local.api.Unexpected;
import org.candor.local.api.Versioned;

/** Both officers have both reports, the cases open by themselves, triage opens the breach question. */
final class Opening implements Chapter {

    private static final List<String> BOTH = List.of("privacy-officer", "security-officer");

    @Override
    public String title() {
        return "The case";
    }

    @Override
    public void play(Stage stage) throws StepFailed, InterruptedException {
        Plot plot = stage.plot;
        plot.investigation = new Versioned("/investigation/cases/" + plot.incident);
        plot.namelessInvestigation = new Versioned("/investigation/cases/" + plot.namelessIncident);
        plot.assessment = new Versioned("/breach/assessments/" + plot.incident);
        for (String officer : BOTH) {
            stage.narrator.step(officer, "finds both reports and reads the clerk's", () -> find(stage, officer));
        }
        stage.narrator.step("both officers", "are told by mail that cases were opened", () -> awaitAlerts(stage));
        stage.narrator.step("auditor", "sees who has read a report", () -> seeReadings(stage));
        stage.narrator.step("privacy-officer", "sees the two cases that were opened", () -> awaitCases(stage));
        stage.narrator.step("privacy-officer", "triages: privacy and security, PHI involved", () -> triage(stage));
        stage.narrator.step("privacy-officer", "finds the breach question open", () -> awaitAssessment(stage));
    }

    private static Told find(Stage stage, String role) throws IOException, InterruptedException {
        Api officer = stage.as(role);
        Patience.until(
                "both reports in the officer's list",
                Stage.SOON,
                () -> officer.get("/intake/reports").expecting(200),
                answer -> lists(answer, stage.plot.incident) && lists(answer, stage.plot.namelessIncident));
        Answer report = officer.get("/intake/reports/" + stage.plot.incident).expecting(200);
        Unexpected.unless(report.text("/narrative").contains("612 patients"), "the clerk's words", report);
        return Told.of("both are there; the reading is recorded", stage.link("/intake/reports"));
    }

    private static boolean lists(Answer answer, UUID incident) {
        for (JsonNode item : answer.json().path("items")) {
            if (item.path("incidentId").asText().equals(incident.toString())) {
                return true;
            }
        }
        return false;
    }

    private static Told awaitAlerts(Stage stage) throws IOException, InterruptedException {
        for (String officer : BOTH) {
            Patience.until(
                    "two mails to the " + officer,
                    Stage.SOON,
                    () -> stage.mail.to(Installing.mailbox(officer)).size(),
                    mails -> mails >= 2);
        }
        return Told.of("the mails hold no word of what it is about", new Link.OnDisk(stage.mail.folder()));
    }

    private static Told seeReadings(Stage stage) throws IOException, InterruptedException {
        String path = "/audit/entries?type=access-recorded&incidentId=" + stage.plot.incident;
        Answer seen = Patience.until(
                "the readings of the report in the trail",
                Stage.SOON,
                () -> stage.as("auditor").get(path).expecting(200),
                answer -> answer.json().path("items").size() >= 2);
        return Told.of(seen.json().path("items").size() + " readings in the trail", stage.link(path));
    }

    private static Told awaitCases(Stage stage) throws IOException, InterruptedException {
        Api officer = stage.as("privacy-officer");
        for (Versioned one : List.of(stage.plot.investigation, stage.plot.namelessInvestigation)) {
            Patience.until(
                    "a case for the report",
                    Stage.SOON,
                    () -> officer.get(one.path()),
                    answer -> answer.status() == 200);
        }
        return Told.of("opened by the event, in triage", stage.link(stage.plot.investigation.path()));
    }

    private static Told triage(Stage stage) throws IOException, InterruptedException {
        Answer triaged = stage.plot
                .investigation
                .change(
                        stage.as("privacy-officer"),
                        "POST",
                        "/triage",
                        Json.of(
                                "privacy", true,
                                "security", true,
                                "phiMayBeInvolved", true,
                                "improperUseOrDisclosure", true,
                                "cyberRelated", false,
                                "reason", "A job sent a list of patients to a company that has no right to it"))
                .expecting(200);
        Unexpected.unlessEqual("phase", "CONTAINMENT", triaged.text("/phase"));
        return Told.of("containment has begun", stage.link(stage.plot.investigation.path()));
    }

    /** Not after the technical phases: the 60 days run from the first knowledge. */
    private static Told awaitAssessment(Stage stage) throws IOException, InterruptedException {
        Answer assessment = Patience.until(
                "an open breach assessment",
                Stage.SOON,
                () -> stage.as("privacy-officer").get(stage.plot.assessment.path()),
                answer -> answer.status() == 200);
        Unexpected.unlessEqual("day of discovery", stage.plot.discoveredOn(), assessment.text("/discovery/on"));
        return Told.of(
                "%s; discovered on %s, when the clerk learned of it"
                        .formatted(assessment.text("/state"), assessment.text("/discovery/on")),
                stage.link(stage.plot.assessment.path()));
    }
}
