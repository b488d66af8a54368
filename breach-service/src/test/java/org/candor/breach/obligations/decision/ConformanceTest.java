package org.candor.breach.obligations.decision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every sentence of conformance/cases.json leads to exactly the duties that stand there. */
class ConformanceTest {

    private static final JsonNode CASES = cases();

    @TestFactory
    Stream<DynamicTest> leadsToExactlyTheseDuties() {
        List<DynamicTest> tests = new ArrayList<>();
        CASES.forEach(sentence -> tests.add(DynamicTest.dynamicTest(
                sentence.get("sentence").asText() + " ("
                        + sentence.get("citation").asText() + ")",
                () -> check(sentence))));
        return tests.stream();
    }

    @Test
    void everyRuleHasItsCase() {
        Set<String> tested = new TreeSet<>();
        CASES.forEach(sentence -> sentence.get("rules").forEach(rule -> tested.add(rule.asText())));
        Set<String> rules = new TreeSet<>();
        Given.BOOK.rules().forEach(rule -> rules.add(rule.id()));
        assertThat(tested).isEqualTo(rules);
    }

    /** The facts of every case. */
    static List<Given> facts() {
        List<Given> facts = new ArrayList<>();
        CASES.forEach(sentence -> facts.add(Given.facts(sentence.get("facts").toString())));
        return facts;
    }

    private static void check(JsonNode sentence) {
        Answer.Computed computed = Given.facts(sentence.get("facts").toString()).computed();
        assertThat(computed.discovery().on().map(Object::toString).orElse(null))
                .isEqualTo(sentence.get("discovered").textValue());
        assertThat(computed.combinedLetterDue().map(Object::toString).orElse(null))
                .isEqualTo(sentence.get("letter").textValue());
        List<String> expected = new ArrayList<>();
        sentence.get("duties").forEach(duty -> expected.add(duty.asText()));
        assertThat(computed.duties().stream().map(ConformanceTest::line)).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(computed.duties().stream().map(duty -> duty.rule().id())).containsAll(ruleIds(sentence));
        assertThat(computed.duties()).allSatisfy(duty -> {
            assertThat(duty.reason()).isNotBlank();
            assertThat(duty.rule().citation()).isNotBlank();
        });
        assertThat(computed.duties().stream().map(Duty::key)).doesNotHaveDuplicates();
    }

    private static List<String> ruleIds(JsonNode sentence) {
        List<String> ids = new ArrayList<>();
        sentence.get("rules").forEach(rule -> ids.add(rule.asText()));
        return ids;
    }

    private static String line(Duty duty) {
        StringBuilder line = new StringBuilder(
                duty.rule().kind() + " " + duty.jurisdiction() + " base " + duty.baseDue() + " due " + duty.due());
        duty.heldUntil().ifPresent(day -> line.append(" held ").append(day));
        duty.rule().track().ifPresent(track -> line.append(' ').append(track));
        duty.rule().method().ifPresent(method -> line.append(' ').append(method));
        duty.rule().source().ifPresent(source -> line.append(' ').append(source));
        duty.keepThrough().ifPresent(day -> line.append(" keep ").append(day));
        duty.daysLate().ifPresent(days -> line.append(" late ").append(days));
        return line.toString();
    }

    private static JsonNode cases() {
        try (InputStream in = ConformanceTest.class.getResourceAsStream("/conformance/cases.json")) {
            return new ObjectMapper().readTree(in).get("cases");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
