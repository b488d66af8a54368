package org.candor.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The counts that the story rests on, and that nobody in the file is or could be reached. */
class RosterTest {

    private static final List<Map<String, String>> PEOPLE = new ArrayList<>();

    @BeforeAll
    static void read() throws IOException {
        List<String> lines = new String(Roster.ofTheCheckout().bytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        List<String> header = List.of(lines.getFirst().split(","));
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            assertThat(cells).as(line).hasSize(header.size());
            Map<String, String> person = new HashMap<>();
            for (int i = 0; i < cells.length; i++) {
                person.put(header.get(i), cells[i]);
            }
            PEOPLE.add(person);
        }
    }

    @Test
    void holdsEveryPatientOnce() {
        assertThat(PEOPLE).hasSize(Plot.PATIENTS);
        assertThat(PEOPLE.stream().map(person -> person.get("external_id")).distinct())
                .hasSize(Plot.PATIENTS);
    }

    @Test
    void livesWhereTheStorySays() {
        assertThat(count(person -> residence(person).equals("WI"))).isEqualTo(Plot.IN_WISCONSIN);
        assertThat(count(person -> residence(person).equals("IL"))).isEqualTo(Plot.IN_ILLINOIS);
        assertThat(count(person -> residence(person).isEmpty())).isEqualTo(3);
    }

    @Test
    void isReachedAsTheStorySays() throws IOException {
        assertThat(Roster.ofTheCheckout().agreedMailboxes()).hasSize(Plot.EMAILS);
        assertThat(count(RosterTest::withoutUsableAddress)).isEqualTo(Plot.WITHOUT_ADDRESS);
        assertThat(count(person -> !agreed(person) && !withoutUsableAddress(person)))
                .isEqualTo(Plot.LETTERS);
    }

    @Test
    void hasZipCodesOfItsStates() {
        assertThat(PEOPLE).allSatisfy(person -> {
            assertThat(person.get("zip")).matches(ofState(person.get("state")));
            assertThat(person.get("representative_zip")).matches(ofState(person.get("representative_state")));
        });
    }

    @Test
    void reachesNobodyWhoExists() {
        assertThat(PEOPLE).allSatisfy(person -> {
            assertThat(person.get("phone")).matches("|\\d{3}-555-01\\d\\d");
            assertThat(person.get("email")).matches("|[a-z.-]+@[a-z]+\\.example(\\.(com|net|org))?");
        });
    }

    private static long count(Predicate<Map<String, String>> condition) {
        return PEOPLE.stream().filter(condition).count();
    }

    private static String residence(Map<String, String> person) {
        String said = person.get("residence_state");
        return said.isEmpty() ? person.get("state") : said;
    }

    private static boolean agreed(Map<String, String> person) {
        return person.get("email_agreed").equals("yes");
    }

    private static boolean withoutUsableAddress(Map<String, String> person) {
        return person.get("street").isEmpty() || person.get("address_known_bad").equals("yes");
    }

    private static String ofState(String state) {
        return switch (state) {
            case "WI" -> "5[34]\\d{3}";
            case "IL" -> "6[0-2]\\d{3}";
            default -> "";
        };
    }
}
