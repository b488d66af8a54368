package org.candor.notification.document;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.candor.notification.text.decision.DataKind;
import org.candor.notification.text.decision.NoticeContent;

/** The five elements of a notice without markup: for plain text, and for pages that lay it out themselves. */
public final class NoticeSections {

    /** @param blocks in reading order */
    public record Section(String heading, List<Block> blocks) {}

    /** Either a paragraph or the items of a list. */
    public record Block(String paragraph, List<String> items) {

        static Block of(String paragraph) {
            return new Block(paragraph, List.of());
        }

        static Block list(List<String> items) {
            return new Block("", List.copyOf(items));
        }
    }

    private NoticeSections() {}

    public static List<Section> of(NoticeContent content, Words words) {
        List<Block> happened = new ArrayList<>(blocks(content.whatHappened()));
        content.breachOn().ifPresent(day -> happened.add(Block.of(words.breachOn() + " " + words.day(day))));
        content.discoveredOn().ifPresent(day -> happened.add(Block.of(words.discoveredOn() + " " + words.day(day))));
        return List.of(
                new Section(words.whatHappened(), happened),
                new Section(
                        words.whatInformation(),
                        List.of(Block.of(words.informationIntro()), Block.list(kinds(content, words)))),
                new Section(words.whatYouCanDo(), blocks(content.steps())),
                new Section(words.whatWeDo(), blocks(content.response())),
                new Section(
                        words.moreInformation(),
                        List.of(Block.of(words.contactIntro()), Block.list(contact(content.contact(), words)))));
    }

    static List<String> kinds(NoticeContent content, Words words) {
        return content.dataKinds().stream()
                .map(kind -> kind == DataKind.OTHER ? content.otherData() : kind.label(words.spanish()))
                .toList();
    }

    /** Lines are paragraphs; lines that start with a hyphen become a list. */
    static List<Block> blocks(String text) {
        List<Block> blocks = new ArrayList<>();
        List<String> items = new ArrayList<>();
        for (String line : text.strip().split("\\R+")) {
            String stripped = line.strip();
            if (stripped.startsWith("- ")) {
                items.add(stripped.substring(2));
                continue;
            }
            flush(items, blocks);
            blocks.add(Block.of(stripped));
        }
        flush(items, blocks);
        return List.copyOf(blocks);
    }

    private static void flush(List<String> items, List<Block> blocks) {
        if (!items.isEmpty()) {
            blocks.add(Block.list(items));
            items.clear();
        }
    }

    private static List<String> contact(NoticeContent.Contact contact, Words words) {
        return Stream.of(
                        item(words.tollFree(), NoticeMarkup.phone(contact.tollFree())),
                        item(words.email(), contact.email()),
                        item(words.website(), contact.website()),
                        item(words.mail(), contact.postal()))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static String item(String label, String text) {
        return text.isBlank() ? "" : label + ": " + text;
    }
}
