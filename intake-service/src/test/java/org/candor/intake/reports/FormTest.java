package org.candor.intake.reports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.candor.test.OnRealPlatform;
import org.junit.jupiter.api.Test;

@QuarkusTest
@OnRealPlatform
class FormTest {

    /** Only an officer sends it, and it is nothing to ask anybody for. */
    private static final Set<String> NOT_ASKED_FOR = Set.of("drill", "contact", "associate");

    @Test
    void asksForEveryFieldOfAReport() {
        Set<String> fields = Stream.of(
                        names(ReportRequest.class, ""),
                        names(ContactRequest.class, "contact."),
                        names(AssociateNotice.class, "associate."))
                .flatMap(names -> names)
                .collect(Collectors.toSet());
        assertThat(Arrays.stream(FormField.values()).map(FormField::path)).containsExactlyInAnyOrderElementsOf(fields);
    }

    @Test
    void hasWordsLimitsAndThePromiseInBothLanguages() {
        for (String language : List.of("en", "es")) {
            given().header("Accept-Language", language)
                    .get("/form")
                    .then()
                    .statusCode(200)
                    .body("language", equalTo(language))
                    .body("fields.size()", equalTo(FormField.values().length))
                    .body("fields.findAll { it.label.empty || it.help.empty }.size()", equalTo(0))
                    .body("answerBy.code", hasItems("LETTER", "EMAIL", "MAILBOX"))
                    .body("limits.files", equalTo(10))
                    .body("limits.fileBytes", equalTo(26_214_400))
                    .body("limits.fileTypes", hasItem("pdf"))
                    .body("limits.messageLength", equalTo(10_000));
        }
        given().get("/form").then().body("nonRetaliation", startsWith("Reporting helps"));
        given().header("Accept-Language", "es").get("/form").then().body("anonymity", startsWith("Si no da su nombre"));
    }

    private static Stream<String> names(Class<?> type, String prefix) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .filter(name -> !NOT_ASKED_FOR.contains(name))
                .map(name -> prefix + name);
    }
}
