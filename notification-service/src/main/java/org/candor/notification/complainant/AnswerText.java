package org.candor.notification.complainant;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The answer of investigation-service, taken apart. It comes as plain text with paragraphs between empty lines: a letterhead,
 * a title, paragraphs whose first line may be a heading, and who signs. The paper has a letterhead of its own, so that this one
 * is left out. What doesn't look like that stays as it is: no word is lost but the letterhead's.
 *
 * @param title empty where it has none
 * @param signature empty where nobody signs
 */
record AnswerText(Optional<String> title, List<LetterBlock> blocks, Optional<String> signature) {

    private static final int LONGEST_HEADING = 80;

    /** What prose has and an address or a signature has not. */
    private static final int PROSE = 60;

    AnswerText {
        blocks = List.copyOf(blocks);
    }

    /** @param organisation as it stands in the letterhead */
    static AnswerText of(String text, String organisation) {
        List<String> paragraphs = new ArrayList<>(Arrays.asList(text.strip().split("\\R\\s*\\R")));
        if (firstLine(paragraphs.getFirst()).equals(organisation.strip()) && paragraphs.size() > 1) {
            paragraphs.removeFirst();
        }
        Optional<String> title = Optional.of(paragraphs.getFirst())
                .filter(one -> paragraphs.size() > 1 && one.lines().count() == 1 && isHeading(one));
        title.ifPresent(ignored -> paragraphs.removeFirst());
        Optional<String> signature =
                Optional.of(paragraphs.getLast()).filter(last -> paragraphs.size() > 1 && isSignature(last));
        signature.ifPresent(ignored -> paragraphs.removeLast());
        return new AnswerText(title, paragraphs.stream().map(AnswerText::block).toList(), signature);
    }

    private static LetterBlock block(String paragraph) {
        List<String> lines = paragraph.lines().toList();
        boolean headed = lines.size() > 1 && isHeading(lines.getFirst()) && isProse(lines.get(1));
        return headed
                ? new LetterBlock(lines.getFirst().strip(), String.join("\n", lines.subList(1, lines.size())))
                : LetterBlock.of(paragraph);
    }

    private static boolean isHeading(String line) {
        String text = line.strip();
        return !text.isEmpty()
                && text.length() <= LONGEST_HEADING
                && ".,;:!".indexOf(text.charAt(text.length() - 1)) < 0;
    }

    private static boolean isProse(String line) {
        String text = line.strip();
        return text.length() >= PROSE || text.endsWith(".") || text.endsWith(":");
    }

    private static boolean isSignature(String paragraph) {
        List<String> lines = paragraph.lines().toList();
        return lines.size() == 2 && lines.stream().allMatch(AnswerText::isHeading) && !isProse(lines.getLast());
    }

    private static String firstLine(String paragraph) {
        return paragraph.lines().findFirst().orElse("").strip();
    }
}
