package org.candor.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** States × commands as a test writes them: a line for each state, a column for each command, in each cell the answer. */
public record DecisionTable(List<String> commands, Map<String, List<String>> answers) {

    public static DecisionTable read(String text) {
        List<List<String>> lines = text.lines()
                .map(line -> List.of(line.strip().split("\\s*\\|\\s*")))
                .toList();
        Map<String, List<String>> answers = new LinkedHashMap<>();
        lines.stream().skip(1).forEach(line -> answers.put(line.getFirst(), line.subList(1, line.size())));
        List<String> commands = lines.getFirst().subList(1, lines.getFirst().size());
        assertThat(answers.values()).allSatisfy(line -> assertThat(line).hasSameSizeAs(commands));
        return new DecisionTable(commands, answers);
    }

    /** One test for each cell; {@code decide} is given state and command and says what the core answered. */
    public Stream<DynamicTest> check(BinaryOperator<String> decide) {
        return answers.entrySet().stream()
                .flatMap(line -> IntStream.range(0, commands.size())
                        .mapToObj(column -> DynamicTest.dynamicTest(
                                line.getKey() + " × " + commands.get(column),
                                () -> assertThat(decide.apply(line.getKey(), commands.get(column)))
                                        .isEqualTo(line.getValue().get(column)))));
    }

    public int cells() {
        return commands.size() * answers.size();
    }

    /** What a decision core can be asked: the names of its public methods. */
    public static Set<String> commandsOf(Class<?> core) {
        return Arrays.stream(core.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .map(Method::getName)
                .collect(Collectors.toSet());
    }
}
