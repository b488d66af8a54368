package org.candor.notification.complainant;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.candor.notification.document.LetterPaper;
import org.candor.notification.document.NoticeMarkup;
import org.candor.notification.document.Sender;
import org.candor.notification.post.PostalBatches;

/** The words and the layout of a letter to a complainant. Pure: the same letter always reads the same. */
record LetterText(LetterPaper paper, String title, List<LetterBlock> blocks, Optional<String> signature) {

    LetterText {
        blocks = List.copyOf(blocks);
    }

    static LetterText acknowledgement(UUID letterId, Sender sender, IntakeClient.Contact contact, LocalDate today) {
        LetterWords words = LetterWords.in(contact.language());
        List<LetterBlock> blocks = new ArrayList<>();
        blocks.add(LetterBlock.of(words.dear().formatted(contact.name().value())));
        blocks.add(LetterBlock.of(words.received().formatted(words.document().day(contact.receivedOn()))));
        if (contact.answerDueOn() != null) {
            blocks.add(LetterBlock.of(words.due().formatted(words.document().day(contact.answerDueOn()))));
        }
        blocks.add(LetterBlock.of(words.next()));
        return new LetterText(
                paper(letterId, sender, contact, words, words.document().day(today)),
                words.acknowledgement(),
                closed(blocks, sender, contact, words),
                Optional.empty());
    }

    /** The answer's own words, on our paper; it is dated as the officer dated it. */
    static LetterText answer(
            UUID letterId, Sender sender, IntakeClient.Contact contact, InvestigationClient.Answer answer) {
        LetterWords words = LetterWords.in(answer.language());
        AnswerText text = AnswerText.of(answer.text().value(), sender.name());
        return new LetterText(
                paper(letterId, sender, contact, words, words.document().day(answer.answeredOn())),
                text.title().orElse(words.answer()),
                closed(text.blocks(), sender, contact, words),
                text.signature());
    }

    private static LetterPaper paper(
            UUID letterId, Sender sender, IntakeClient.Contact contact, LetterWords words, String dated) {
        List<String> address = Stream.concat(
                        Stream.of(contact.name().value()),
                        contact.address().value().lines())
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        String reference = words.reference() + ": " + PostalBatches.Letter.reference(letterId);
        return new LetterPaper(words.document(), sender, dated, reference, address, false);
    }

    private static List<LetterBlock> closed(
            List<LetterBlock> blocks, Sender sender, IntakeClient.Contact contact, LetterWords words) {
        return Stream.concat(
                        blocks.stream(),
                        Stream.of(
                                LetterBlock.of(contact.nonRetaliation()),
                                LetterBlock.of(words.reach() + "\n" + reach(sender))))
                .toList();
    }

    /** PDF/UA-1; for a worker thread. */
    byte[] pdf() {
        return paper.pdf(
                title,
                blocks.stream().map(LetterBlock::html).collect(Collectors.joining())
                        + signature
                                .map(who -> LetterPaper.paragraph("signature", who))
                                .orElse(""));
    }

    String plain() {
        String text = blocks.stream().map(LetterBlock::plain).collect(Collectors.joining("\n\n"));
        return paper.dated() + "\n" + paper.reference() + "\n\n" + title + "\n\n" + text
                + signature.map(who -> "\n\n" + who).orElse("") + "\n\n"
                + paper.sender().oneLine() + "\n";
    }

    String subject() {
        return title + " – " + paper.sender().name();
    }

    private static String reach(Sender sender) {
        return Stream.of(NoticeMarkup.phone(sender.tollFree()), sender.email(), sender.website(), sender.oneLine())
                .filter(one -> !one.isEmpty())
                .collect(Collectors.joining("\n"));
    }
}
