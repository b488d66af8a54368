package org.candor.breach;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.candor.test.OnRealPlatform;
import org.candor.test.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The preview over HTTP: its answer, and how it refuses what it cannot answer. */
@QuarkusTest
@OnRealPlatform
class PreviewTest {

    private static final String SOUND =
            "{'knowledge': [{'by': 'WORKFORCE', 'at': '2026-04-07'}], 'individuals': {'total': 40}}";

    @Test
    void answersTheStory() {
        preview("{'timeZone': 'America/Chicago', 'knowledge': [{'by': 'WORKFORCE', 'at': '2026-04-08T03:00:00Z'}],"
                        + " 'individuals': {'total': 612, 'byJurisdiction': {'WI': 505, 'IL': 104}}, 'asOf': null}")
                .statusCode(200)
                .body("discoveredOn", equalTo("2026-04-07"))
                .body("combinedLetterDue", equalTo("2026-06-06"))
                .body("obligations", hasSize(4))
                .body("obligations.find { it.kind == 'MEDIA_NOTICE' }.jurisdiction", equalTo("WI"))
                .body("obligations.find { it.kind == 'HHS_NOTICE' }.track", equalTo("CONTEMPORANEOUS"))
                .body("obligations.find { it.kind == 'STATE_REGULATOR_NOTICE' }.due", equalTo("2026-06-12"))
                .body("obligations.citation", not(hasItem(equalTo(null))))
                .body("notice", startsWith("Not legal advice"))
                .body("rulesVersion", notNullValue());
    }

    @Test
    void answersEveryConformanceCaseOverHttp() throws IOException {
        try (InputStream in = PreviewTest.class.getResourceAsStream("/conformance/cases.json")) {
            for (JsonNode sentence : new ObjectMapper().readTree(in).get("cases")) {
                preview(sentence.get("facts").toString())
                        .statusCode(200)
                        .body("discoveredOn", equalTo(sentence.get("discovered").textValue()))
                        .body(
                                "combinedLetterDue",
                                equalTo(sentence.get("letter").textValue()))
                        .body("obligations", hasSize(sentence.get("duties").size()));
            }
        }
    }

    @Test
    void namesAFieldThatNobodyKnowsAndStillAnswers() {
        preview(SOUND.replace("{'total'", "{'totl': 3, 'total'"))
                .statusCode(200)
                .body("warnings", hasItem("the field /individuals/totl is not known and was not considered"));
    }

    @Test
    void readsTenThousandCandidates() {
        String many = IntStream.range(0, 10_000)
                .mapToObj(i -> "{'by': 'WORKFORCE', 'basis': 'REASONABLE_DILIGENCE', 'at': '2026-04-07T10:00:00-05:00',"
                        + " 'agentOfEntity': false}")
                .collect(Collectors.joining(",\n    "));
        assertThat(many.length()).isGreaterThan(1_048_576);
        JsonNode answer = preview("{'knowledge': [" + many + "], 'individuals': {'total': 40}}")
                .statusCode(200)
                .extract()
                .as(JsonNode.class);
        assertThat(answer.get("discoveredOn").textValue()).isEqualTo("2026-04-07");
        assertThat(answer.get("obligations")).hasSize(2);
    }

    @Test
    void answersAThousandClocksOfBusinessAssociatesAndRefusesMore() {
        String thousand = IntStream.range(0, 1_000)
                .mapToObj(i -> "{'by': 'BUSINESS_ASSOCIATE', 'basis': 'REASONABLE_DILIGENCE', 'at':"
                        + " '2026-04-07T10:00:00-05:00', 'agentOfEntity': false, 'toldEntityAt':"
                        + " '2026-04-09T17:30:00-05:00', 'contractDays': 30}")
                .collect(Collectors.joining(",\n    "));
        JsonNode answer = preview("{'knowledge': [" + thousand + "], 'individuals': {'total': 40}}")
                .statusCode(200)
                .extract()
                .as(JsonNode.class);
        assertThat(answer.get("discoveredOn").textValue()).isEqualTo("2026-04-09");
        assertThat(answer.get("obligations")).hasSize(3_002);
        String more = thousand + ", {'by': 'BUSINESS_ASSOCIATE', 'at': '2026-04-07'}";
        preview("{'knowledge': [" + more + "], 'individuals': {'total': 40}}")
                .statusCode(422)
                .body("code", equalTo("INVALID_FACTS"))
                .body("errors.field", hasItem("/knowledge"))
                .body("errors.message", hasItem(containsString("at most 1000 in one request")));
    }

    @ParameterizedTest(name = "{0} {1} is refused at {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'total': 40 | 'total': 0 | /individuals/total",
                "'total': 40 | 'total': -1 | /individuals/total",
                "'total': 40 | 'total': 330000001 | /individuals/total",
                "'total': 40 | 'total': 40.5 | /individuals/total",
                "'total': 40 | 'total': '40' | /individuals/total",
                "'total': 40 | 'total': null | /individuals/total",
                "'total': 40 | 'total': 40, 'byJurisdiction': {'XX': 1} | /individuals/byJurisdiction/XX",
                "'total': 40 | 'total': 40, 'byJurisdiction': {'WI': -1} | /individuals/byJurisdiction/WI",
                "'total': 40 | 'total': 40, 'byJurisdiction': ['WI'] | /individuals/byJurisdiction",
                "'total': 40 | 'total': 40, 'estimated': 'yes' | /individuals/estimated",
                "'WORKFORCE' | 'JANITOR' | /knowledge/0/by",
                "'WORKFORCE' | null | /knowledge/0/by",
                "'WORKFORCE' | 3 | /knowledge/0/by",
                "'2026-04-07' | '2026-04-31' | /knowledge/0/at",
                "'2026-04-07' | '0001-01-01' | /knowledge/0/at",
                "'2026-04-07' | '9999-12-31' | /knowledge/0/at",
                "'2026-04-07' | '1899-12-31' | /knowledge/0/at",
                "'2026-04-07' | '2101-01-01' | /knowledge/0/at",
                "'2026-04-07' | '2026-04-07T10:00:00' | /knowledge/0/at",
                "'2026-04-07' | 20260407 | /knowledge/0/at",
                "{'by' | {'contractDays': -1, 'by' | /knowledge/0/contractDays",
                "{'by' | {'contractDays': 2147483648, 'by' | /knowledge/0/contractDays",
                "{'knowledge' | {'timeZone': 'Mars/Olympus', 'knowledge' | /timeZone",
                "{'knowledge' | {'capacity': 'BOTH', 'knowledge' | /capacity",
                "{'knowledge' | {'urgent': 1, 'knowledge' | /urgent",
                "{'knowledge' | {'part2Records': -1, 'knowledge' | /part2Records",
                "{'knowledge' | {'statePersonalInformation': ['wi'], 'knowledge' | /statePersonalInformation/0",
                "{'knowledge' | {'hipaaExemptionRelied': [7], 'knowledge' | /hipaaExemptionRelied/0",
                "{'knowledge' | {'hipaaExemptionRelied': 'WI', 'knowledge' | /hipaaExemptionRelied",
                "{'knowledge' | {'sent': {'hhs': 'soon'}, 'knowledge' | /sent/hhs",
                "{'knowledge' | {'sent': [], 'knowledge' | /sent",
                "{'knowledge' | {'lawEnforcementDelays': [{'form': 'ORAL'}], 'knowledge' |"
                        + " /lawEnforcementDelays/0/statedOn",
                "{'knowledge' | {'lawEnforcementDelays': [null], 'knowledge' | /lawEnforcementDelays/0",
                "{'knowledge' | {'undeliverable': {'living': -1}, 'knowledge' | /undeliverable/living"
            })
    void refusesWhatIsNotReadable(String sound, String wrong, String field) {
        preview(SOUND.replace(sound, wrong))
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo("INVALID_FACTS"))
                .body("errors.field", hasItem(field));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "3",
                "null",
                "{'knowledge': [], 'individuals': {'total': 1}}",
                "{'knowledge': [{'by': 'WORKFORCE', 'at': '2026-04-07'}]}"
            })
    void refusesWhatIsNoSetOfFacts(String body) {
        preview(body).statusCode(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "knowledge=1", "{\"a\": 1} trailing"})
    void refusesWhatIsNoJson(String body) {
        int status = preview(body).extract().statusCode();
        assertThat(status).isIn(400, 422);
    }

    @Test
    void refusesDeepNestingAndOtherContentTypes() {
        preview("{'knowledge': " + "[".repeat(200) + "]".repeat(200) + "}").statusCode(400);
        given().auth()
                .oauth2(Tokens.of("counsel"))
                .contentType(ContentType.TEXT)
                .body("hello")
                .post("/obligations/preview")
                .then()
                .statusCode(415);
    }

    /** By hand: the answer comes before the body, and ordinary clients only notice the closed connection. */
    @Test
    void refusesABodyOfTenMegabytes() throws IOException {
        String head = "POST /breach/obligations/preview HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + Tokens.of("counsel") + "\r\nContent-Type: application/json\r\nContent-Length: 10000000\r\n\r\n";
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            byte[] answer = socket.getInputStream().readNBytes(12);
            assertThat(new String(answer, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 413");
        }
    }

    @Test
    void refusesABodyThatGrowsTooLargeWithoutSayingItsLength() throws IOException {
        String head = "POST /breach/obligations/preview HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + Tokens.of("counsel")
                + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n";
        String chunk = "10000\r\n" + " ".repeat(0x10000) + "\r\n";
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            Thread writing = Thread.ofVirtual().start(() -> {
                try {
                    socket.getOutputStream()
                            .write((head + chunk.repeat(120) + "0\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
                } catch (IOException closed) {
                    // The answer is what counts.
                }
            });
            StringBuilder answer = new StringBuilder();
            for (int next = socket.getInputStream().read(); next >= 0 && next != '}'; ) {
                answer.append((char) next);
                next = socket.getInputStream().read();
            }
            writing.interrupt();
            assertThat(answer.toString())
                    .startsWith("HTTP/1.1 413")
                    .contains("application/problem+json", "\"code\":\"BODY_TOO_LARGE\"");
        }
    }

    @ParameterizedTest(name = "{0} is refused at {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'determinedOn': '2026-04-06' | /determinedOn",
                "'individuals': {'total': 10, 'byJurisdiction': {'WI': 6, 'IL': 5}} | /individuals/byJurisdiction",
                "'part2Records': 11 | /part2Records",
                "'undeliverable': {'living': 11} | /undeliverable/living",
                "'sent': {'individualFirst': '2026-04-06'} | /sent/individualFirst",
                "'sent': {'hhs': '2026-04-06'} | /sent/hhs",
                "'sent': {'media': '2026-04-06'} | /sent/media",
                "'sent': {'substitutePostingStarted': '2026-04-06'} | /sent/substitutePostingStarted",
                "'lawEnforcementDelays': [{'form': 'ORAL', 'statedOn': '2026-04-06'}] |"
                        + " /lawEnforcementDelays/0/statedOn",
                "'lawEnforcementDelays': [{'form': 'WRITTEN', 'statedOn': '2026-04-09', 'until': '2026-04-08'}] |"
                        + " /lawEnforcementDelays/0/until",
                "'knowledge': [{'by': 'BUSINESS_ASSOCIATE', 'at': '2026-04-07', 'toldEntityAt': '2026-04-06'}] |"
                        + " /knowledge/0/toldEntityAt",
                "'knowledge': [{'by': 'WRONGDOER', 'at': '2026-04-01'}], 'determinedOn': '2026-04-09' | /determinedOn"
            })
    void refusesFactsThatContradictAndSaysWhich(String broken, String field) {
        preview("{'knowledge': [{'by': 'WORKFORCE', 'at': '2026-04-07'}], 'individuals': {'total': 10}, " + broken
                        + "}")
                .statusCode(422)
                .body("code", equalTo("FACTS_CONTRADICT"))
                .body("errors.field", hasItem(field));
    }

    @Test
    void namesEveryBrokenPrecondition() {
        preview("{'knowledge': [{'by': 'WORKFORCE', 'at': '2026-04-07'}], 'determinedOn': '2026-04-06',"
                        + " 'individuals': {'total': 10, 'byJurisdiction': {'WI': 11}}, 'sent': {'hhs':"
                        + " '2026-04-01'}, 'lawEnforcementDelays': [{'form': 'ORAL', 'statedOn': '2026-04-09',"
                        + " 'until': '2026-04-08'}]}")
                .statusCode(422)
                .body("code", equalTo("FACTS_CONTRADICT"))
                .body(
                        "errors.field",
                        hasItems(
                                "/determinedOn",
                                "/individuals/byJurisdiction",
                                "/sent/hhs",
                                "/lawEnforcementDelays/0/until"));
    }

    @Test
    void speaksSpanish() {
        given().auth()
                .oauth2(Tokens.of("counsel"))
                .contentType(ContentType.JSON)
                .header("Accept-Language", "es")
                .body("{}")
                .post("/obligations/preview")
                .then()
                .statusCode(422)
                .body("title", startsWith("Algunos hechos"));
    }

    private static ValidatableResponse preview(String json) {
        return given().auth()
                .oauth2(Tokens.of("counsel"))
                .contentType(ContentType.JSON)
                .body(json.replace('\'', '"'))
                .post("/obligations/preview")
                .then();
    }
}
