package org.candor.notification.reminder;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.candor.notification.reminder.ReaderFile.Reader;
import org.candor.notification.reminder.ReaderImportView.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReaderFileTest {

    @Test
    void readsWhatIsKnownOfEachPerson() {
        ReaderFile file =
                read("\uFEFFdepartment,person,email,language\r\nSalud,ana,ana@city.example,es\r\n\r\n,ben,,\r\n");

        assertThat(file.faults()).isEmpty();
        assertThat(file.readers())
                .containsExactly(new Reader("ana", "ana@city.example", "es", "Salud"), new Reader("ben", "", "en", ""));
    }

    @Test
    void namesEachRowThatIsWrongAndNeverWhatStandsInIt() {
        ReaderFile file = read("""
                person,email,language,department
                ana,ana@city.example,en,Health
                ,nobody@city.example,en,Health
                cat,no address,en,Health
                dan,dan@city.example,fr,Health
                eve,eve@city.example,en,a|b
                ana,other@city.example,en,Health
                """);

        assertThat(file.readers()).extracting(Reader::person).containsExactly("ana");
        assertThat(file.faults()).extracting(Fault::line).containsExactly(3L, 4L, 5L, 6L, 7L);
        assertThat(file.faults())
                .extracting(Fault::column)
                .containsExactly("person", "email", "language", "department", "person");
        assertThat(file.faults().toString()).doesNotContain("no address", "other@", "a|b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "person", "name,email\nana,ana@x.example\n", "person\n\"ana", "person;email\nana;x@y\n"})
    void refusesWhatIsNoSuchFile(String text) {
        assertThat(ReaderFile.read(text.getBytes(UTF_8))).isEmpty();
    }

    @Test
    void refusesAnotherEncodingAndMoreThanTwentyThousandRows() {
        assertThat(ReaderFile.read("person,department\nana,Logroño\n".getBytes(ISO_8859_1)))
                .isEmpty();
        String most = IntStream.range(0, ReaderFile.MOST_ROWS)
                .mapToObj(i -> "p" + i)
                .collect(Collectors.joining("\n", "person\n", "\n"));
        assertThat(read(most).readers()).hasSize(ReaderFile.MOST_ROWS);
        assertThat(ReaderFile.read((most + "one-more\n").getBytes(UTF_8))).isEmpty();
    }

    private static ReaderFile read(String text) {
        return ReaderFile.read(text.getBytes(UTF_8)).orElseThrow();
    }
}
