package org.candor.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A defence that names its test names one that is there. */
class SecurityDocumentTest {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w*(?:Test|IT))`");
    private static final Pattern ROW_OF_AN_ITEM =
            Pattern.compile("^\\| (?:\\d+\\.\\d+\\.\\d+|API\\d+)[ ,].*", Pattern.MULTILINE);
    private static final Set<String> THERE = new TreeSet<>();

    @BeforeAll
    static void listTests() throws IOException {
        try (Stream<Path> files = Files.find(
                ROOT,
                15,
                (path, attributes) ->
                        path.toString().endsWith(".java") && path.toString().contains("/src/test/"))) {
            files.map(path -> path.getFileName().toString().replace(".java", ""))
                    .forEach(THERE::add);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "deploy/SECURITY.md"})
    void everyTestThatIsNamedIsThere(String document) throws IOException {
        assertThat(named(Files.readString(ROOT.resolve(document)))).isNotEmpty().isSubsetOf(THERE);
    }

    @Test
    void everyItemNamesATest() throws IOException {
        assertThat(ROW_OF_AN_ITEM
                        .matcher(Files.readString(ROOT.resolve("deploy/SECURITY.md")))
                        .results()
                        .map(row -> row.group()))
                .hasSizeGreaterThan(30)
                .allSatisfy(row -> assertThat(named(row)).isNotEmpty());
    }

    @Test
    void aTestThatIsNotThereWouldBeFound() {
        assertThat(named("| 8.2.1 | by function | `NoSuchTest` |")).containsExactly("NoSuchTest");
        assertThat(THERE).doesNotContain("NoSuchTest");
    }

    private static Set<String> named(String text) {
        return NAMED.matcher(text).results().map(name -> name.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }
}
