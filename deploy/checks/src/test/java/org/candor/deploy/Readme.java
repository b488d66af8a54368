package org.candor.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.candor.tools.Repository;

/** The commands of deploy/README.md. */
public final class Readme {

    private static final Pattern BLOCK = Pattern.compile("(?m)^( *)```([a-z]*)\\n((?s:.*?))^ *```$");
    private static final Pattern IN_A_SENTENCE = Pattern.compile("`([^`]+)`");

    /** With a word behind it, since a program's name alone is no command; and scripts of ours. */
    private static final Pattern COMMAND = Pattern.compile(
            "(\\./(candor|mvnw)|docker|kubectl|jq|openssl|promtool|tinkey|psql|curl|sha256sum|java|npm|sh|[a-z-]+\\.sh) .*|deploy/\\S+\\.sh");

    private Readme() {}

    /**
     * Those that RunbooksIT does not run: of blocks without a language, a line each, and of sentences. RunbooksIT runs every
     * block of shell below Observability in one shell, as it stands there.
     */
    public static List<String> commands() {
        String readme = text();
        Stream<String> ofBlocks = BLOCK.matcher(readme)
                .results()
                .filter(block -> !block.group(2).equals("sh"))
                .flatMap(block -> block.group(3).lines())
                .map(line -> line.replaceFirst("\\s+#.*", "").strip());
        Stream<String> ofSentences = IN_A_SENTENCE
                .matcher(BLOCK.matcher(readme).replaceAll(""))
                .results()
                .map(found -> found.group(1).replaceAll("\\s+", " "))
                .filter(found -> COMMAND.matcher(found).matches());
        return Stream.concat(ofBlocks, ofSentences)
                .filter(command -> !command.isBlank())
                .distinct()
                .toList();
    }

    /** Where blocks of shell begin, from the start of the text. */
    static List<Integer> shellBlocks() {
        return BLOCK.matcher(text())
                .results()
                .filter(block -> block.group(2).equals("sh"))
                .map(block -> block.start())
                .toList();
    }

    /** Requests that sentences name, as {@code POST /audit/holds/{id}/lift}. */
    static List<String> requests() {
        return IN_A_SENTENCE
                .matcher(BLOCK.matcher(text()).replaceAll(""))
                .results()
                .map(found -> found.group(1).replaceAll("\\s+", " "))
                .filter(found -> found.matches("(GET|POST|PUT|DELETE) /.*"))
                .distinct()
                .toList();
    }

    static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text() {
        return Repository.text("deploy/README.md");
    }
}
