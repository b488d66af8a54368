package org.candor.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.candor.local.api.Answer;
import org.candor.local.api.Api;
import org.candor.local.api.Patience;
import org.candor.local.api.Unexpected;

/** Letters, e-mails, the public page, the worksheet for HHS and the listing. */
final class Sending implements Chapter {

    /** Some hundred PDFs on two busy cores. */
    private static final Duration ALL_LETTERS = Duration.ofMinutes(8);

    private static final int DAYS_UP = 90;

    @Override
    public String title() {
        return "The notices";
    }

    @Override
    public void play(Stage stage) throws StepFailed, InterruptedException {
        Narrator narrator = stage.narrator;
        narrator.step("privacy-officer", "sends letters and e-mails", () -> send(stage));
        narrator.step("the post", "has a batch of letters with its manifest", () -> findBatch(stage));
        narrator.step("privacy-officer", "opens one letter as it was sent", () -> openLetter(stage));
        narrator.step("the mail server", "has the e-mails", () -> findMails(stage));
        narrator.step("privacy-officer", "publishes the substitute notice", () -> publish(stage));
        narrator.step("anybody", "reads it without a token", () -> readPosting(stage));
        narrator.step("privacy-officer", "fills in the worksheet for HHS", () -> fillInWorksheet(stage));
        narrator.step("auditor", "exports the listing", () -> exportListing(stage));
    }

    private static Told send(Stage stage) throws IOException, InterruptedException {
        Api officer = stage.as("privacy-officer");
        String campaign = Counting.campaign(stage);
        String run = officer.post(campaign + "/runs", Map.of()).expecting(202).text("/id");
        Answer done = Patience.until(
                "a completed run",
                ALL_LETTERS,
                () -> observed(stage, officer.get(campaign + "/runs/" + run).expecting(200)),
                answer -> !answer.text("/state").equals("RUNNING"));
        Unexpected.unlessEqual("state of the run", "COMPLETED", done.text("/state"));
        Unexpected.unlessEqual("people who still wait", 0, done.json().path("pending"));
        return Told.of(
                "%d letters and %d e-mails".formatted(Plot.LETTERS, Plot.EMAILS),
                stage.link(campaign + "/runs/" + run));
    }

    private static Answer observed(Stage stage, Answer run) {
        long waiting = run.json().path("pending").asLong();
        stage.narrator.progress("%d of %d".formatted(Plot.LETTERS + Plot.EMAILS - waiting, Plot.LETTERS + Plot.EMAILS));
        return run;
    }

    private static Told findBatch(Stage stage) throws IOException, InterruptedException {
        JsonNode batches = stage.as("privacy-officer")
                .get(Counting.campaign(stage) + "/postal-batches")
                .expecting(200)
                .json();
        Path folder = stage.postalFolder(batches.path(0).path("folder").asText());
        Unexpected.unless(Files.isDirectory(folder), "a folder " + folder, batches);
        Unexpected.unless(Files.exists(folder.resolve("manifest.json")), "a manifest", "none");
        Unexpected.unlessEqual(
                "letters in the batch", Plot.LETTERS, letters(folder).size());
        stage.plot.batch = folder;
        return Told.of(letters(folder).size() + " PDFs", new Link.OnDisk(folder));
    }

    static List<Path> letters(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".pdf"))
                    .sorted()
                    .toList();
        }
    }

    /** The service makes the letter again and compares it with the hash of the one that was sent. */
    private static Told openLetter(Stage stage) throws IOException, InterruptedException {
        Path sent = letters(stage.plot.batch).getFirst();
        byte[] again = stage.as("privacy-officer").file(Counting.campaign(stage) + "/letters/" + sent.getFileName());
        Unexpected.unless(
                java.util.Arrays.equals(Files.readAllBytes(sent), again), "the bytes that were sent", "others");
        return Told.of("made again, byte for byte the same", stage.files.keepPdf("letter-to-one-person.pdf", again));
    }

    private static Told findMails(Stage stage) throws IOException, InterruptedException {
        Set<String> mailboxes = Roster.ofTheCheckout().agreedMailboxes();
        List<Path> mails = stage.mail.toAny(mailboxes);
        Unexpected.unlessEqual("e-mails to individuals", Plot.EMAILS, mails.size());
        return Told.of(
                mails.size() + " have arrived",
                stage.files.keep("notice-by-e-mail.eml", Files.readAllBytes(mails.getFirst())));
    }

    private static Told publish(Stage stage) throws IOException, InterruptedException {
        Answer posting = stage.as("privacy-officer")
                .post(Counting.campaign(stage) + "/posting", Map.of())
                .expecting(201);
        Unexpected.unless(
                !posting.day("/keepThrough").isBefore(stage.plot.today().plusDays(DAYS_UP)),
                "at least 90 days",
                posting.text("/keepThrough"));
        stage.plot.posting = posting.text("/url");
        return Told.of(
                "public, to stand through " + posting.text("/keepThrough"),
                new Link.Page(URI.create(stage.plot.posting)));
    }

    private static Told readPosting(Stage stage) throws IOException, InterruptedException {
        String path = URI.create(stage.plot.posting).getPath();
        byte[] english = stage.withoutToken().file(path + "?lang=en");
        byte[] spanish = stage.withoutToken().file(path + "?lang=es");
        Unexpected.unless(
                new String(english, java.nio.charset.StandardCharsets.UTF_8).contains("800"),
                "a toll-free number",
                "none");
        return Told.of(
                "in English and Spanish",
                stage.files.keep("posting-en.html", english),
                stage.files.keep("posting-es.html", spanish));
    }

    private static Told fillInWorksheet(Stage stage) throws IOException, InterruptedException {
        Api officer = stage.as("privacy-officer");
        String path = Counting.campaign(stage) + "/hhs-worksheet";
        Answer filled = officer.change(
                        "PUT", path, officer.get(path).expecting(200).etag(), HhsAnswers.of(stage.plot))
                .expecting(200);
        Unexpected.unless(
                filled.json().path("complete").asBoolean(),
                "an answer in every required field",
                filled.json().path("missing"));
        return Told.of(
                "every required field has an answer",
                stage.files.keepPdf("hhs-worksheet-4-III-D.pdf", officer.file(path + ".pdf")),
                stage.files.keep("hhs-worksheet-4-III-D.html", officer.file(path + ".html")));
    }

    private static Told exportListing(Stage stage) throws IOException, InterruptedException {
        byte[] listing = stage.as("auditor").file(Counting.campaign(stage) + "/listing.xlsx");
        return Told.of(Plot.PATIENTS + " people and how each was told", stage.files.keepExcel("listing.xlsx", listing));
    }
}
