package org.candor.intake.routing;

import static org.assertj.core.api.Assertions.assertThat;

import org.candor.intake.routing.decision.Person;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is named by what a reporter writes. */
class PersonTest {

    private static final Person INES = new Person("a1-ines", "Inés Okafor", "ines.okafor@larkspurfalls.example");

    @ParameterizedTest
    @CsvSource({
        "a1-ines, true",
        "A1-INES, true",
        "' Inés  Okafor ', true",
        "inÉS OKAFOR, true",
        "Ine\u0301s Okafor, true",
        "Ines Okafor, true",
        "INES OKAFOR, true",
        "Ínès Ökafor, true",
        "I​nés Okafor, true",
        "ines okafór, true",
        "INÉS.OKAFOR@larkspurfalls.example, true",
        "'Okafor, Inés', true",
        "'OKAFOR,Inés', true",
        "Ines.Okafor@LarkspurFalls.example, true",
        "Inez Okafor, false",
        "Inés, false",
        "Okafor, false",
        "Inés Okafor-Lindqvist, false",
        "'Inés Okafor, the officer', false",
        "'', false"
    })
    void isNamedBySubjectMailboxOrFullName(String text, boolean named) {
        assertThat(INES.isNamedBy(text)).isEqualTo(named);
    }

    @ParameterizedTest
    @CsvSource({"Strauß, STRAUSS", "Ἀλέξης, ΑΛΕΞΗΣ", "İpek, IPEK", "Ｋｉｍ, kim", "Çelik, celik", "Núñez, NUNEZ"})
    void isNamedInLettersOfWhateverKind(String name, String text) {
        assertThat(new Person("s-1", name, "s@city.example").isNamedBy(text)).isTrue();
    }
}
