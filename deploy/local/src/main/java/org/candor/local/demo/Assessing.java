package org.candor.local.demo;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.candor.local.api.Answer;
import org.candor.local.api.Api;
import org.candor.local.api.Json;
import org.candor.local.api.Unexpected;

/** Is it a breach? Gates and exceptions in the order of the law, then the four factors. */
final class Assessing implements Chapter {

    @Override
    public String title() {
        return "The breach question";
    }

    @Override
    public void play(Stage stage) throws StepFailed, InterruptedException {
        stage.narrator.step("privacy-officer", "fills in the worksheet with counts", () -> fillIn(stage));
        stage.narrator.step("privacy-officer", "concludes: reportable breach", () -> conclude(stage));
    }

    private static Told fillIn(Stage stage) throws IOException, InterruptedException {
        Answer filled = stage.plot
                .assessment
                .change(stage.as("privacy-officer"), "PUT", "/facts", facts())
                .expecting(200);
        Unexpected.unless(
                filled.json().path("missing").isEmpty(),
                "a complete worksheet",
                filled.json().path("missing"));
        Unexpected.unlessEqual("suggestion", "REPORTABLE_BREACH", filled.text("/suggestion/outcome"));
        return Told.of(
                "complete; %d people, %d in Wisconsin, %d in Illinois, 3 unknown"
                        .formatted(Plot.PATIENTS, Plot.IN_WISCONSIN, Plot.IN_ILLINOIS),
                stage.link(stage.plot.assessment.path()));
    }

    private static Told conclude(Stage stage) throws IOException, InterruptedException {
        Api officer = stage.as("privacy-officer");
        Answer concluded = stage.plot
                .assessment
                .change(officer, "POST", "/conclusion", Json.of("outcome", "REPORTABLE_BREACH"))
                .expecting(200);
        Unexpected.unlessEqual("outcome", "REPORTABLE_BREACH", concluded.text("/conclusion/outcome"));
        byte[] worksheet = officer.file(stage.plot.assessment.path() + "/worksheet.pdf");
        return Told.of(
                "no exception applies, low probability is not shown; worksheet frozen",
                stage.files.keepPdf("breach-worksheet-4-III-A.pdf", worksheet));
    }

    private static Object facts() {
        return Json.of(
                "gates", gates(),
                "exceptions", exceptions(),
                "factors", factors(),
                "policy",
                        Json.of(
                                "violated",
                                true,
                                "support",
                                "Recipient lists are to be reviewed each quarter, and this one was not"),
                "notice",
                        Json.of(
                                "individuals",
                                Json.of(
                                        "total",
                                        Plot.PATIENTS,
                                        "byJurisdiction",
                                        Map.of("WI", Plot.IN_WISCONSIN, "IL", Plot.IN_ILLINOIS))));
    }

    private static Object gates() {
        return Json.of(
                "phi", Json.of("kind", "PHI", "support", "Names, addresses, birth dates and treatments of patients"),
                "protection", Json.of("kind", "NONE", "support", "A plain spreadsheet, attached to a mail"),
                "event",
                        Json.of(
                                "permitted",
                                false,
                                "happened",
                                List.of("DISCLOSURE", "ACQUISITION"),
                                "ransomware",
                                false,
                                "support",
                                "The vendor's contract has ended; nobody there may have the data"));
    }

    private static Object exceptions() {
        return Json.of(
                "UNINTENTIONAL_USE",
                        Json.of(
                                "answers",
                                Json.of(
                                        "WORKFORCE_OR_UNDER_AUTHORITY", false,
                                        "GOOD_FAITH", true,
                                        "WITHIN_SCOPE_OF_AUTHORITY", false,
                                        "NO_FURTHER_IMPERMISSIBLE_USE", false),
                                "evidence",
                                "The recipient is neither workforce nor acts for the city"),
                "INADVERTENT_DISCLOSURE",
                        Json.of(
                                "answers",
                                Json.of(
                                        "DISCLOSER_AUTHORIZED", true,
                                        "RECIPIENT_AUTHORIZED", false,
                                        "SAME_ENTITY_OR_ARRANGEMENT", false,
                                        "NO_FURTHER_IMPERMISSIBLE_USE", false),
                                "evidence",
                                "The recipient has had no contract since spring"),
                "NOT_RETAINED",
                        Json.of(
                                "answers",
                                Json.of("COULD_NOT_REASONABLY_RETAIN", false),
                                "evidence",
                                "The mail lay in a shared mailbox for three days"));
    }

    private static Object factors() {
        return Json.of(
                "NATURE_AND_EXTENT", factor("HIGH", "Names with treatments of 612 people; no SSN, no account number"),
                "UNAUTHORIZED_PERSON", factor("MEDIUM", "A company that knows the duties but is bound by none to us"),
                "ACQUIRED_OR_VIEWED", factor("HIGH", "Its log shows that two people opened the file"),
                "MITIGATION", factor("MEDIUM", "Deletion is confirmed in writing, backups are not yet"));
    }

    private static Object factor(String rating, String support) {
        return Json.of("rating", rating, "support", support);
    }
}
