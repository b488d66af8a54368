package org.candor.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.candor.notification.Fixtures.approved;
import static org.candor.notification.Fixtures.asking;
import static org.candor.notification.Fixtures.breach;
import static org.candor.notification.Fixtures.individuals;
import static org.candor.notification.Fixtures.officer;
import static org.candor.notification.Fixtures.security;
import static org.candor.notification.Fixtures.text;
import static org.candor.notification.Fixtures.today;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.candor.events.NoticeEvent.NoticeTextApproved;
import org.candor.events.ObligationEvent.Obligation;
import org.candor.events.ObligationKind;
import org.candor.events.Topic;
import org.candor.notification.document.Chromium;
import org.candor.notification.document.PdfUa;
import org.candor.test.OnRealPlatform;
import org.candor.test.Pictures;
import org.candor.test.Tokens;
import org.candor.test.TopicProbe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts of notices through HTTP: elements of both laws, collisions, previews, frozen copies. */
@QuarkusTest
@OnRealPlatform
@WithTestResource(Surroundings.class)
class NoticeTextTest {

    @Test
    void oneLetterHoldsTheElementsOfBothLaws() {
        UUID incident = breach(
                false,
                federal(),
                state("CA", List.of("the title \"Notice of Data Breach\"", "type of at least 10 points"), List.of()));
        Response draft = put(incident, "4-III-B", Map.of());
        draft.then()
                .statusCode(200)
                .body("templateVersion", equalTo("2026-11"))
                .body("elements.size()", equalTo(4))
                .body("elements.find { it.jurisdiction == 'US' && it.must }.status", equalTo("BY_THE_FORM"))
                .body("elements.find { it.jurisdiction == 'US' && !it.must }.status", equalTo("READ_BY_APPROVER"))
                .body("elements.findAll { it.status == 'OPEN' }.jurisdiction", equalTo(List.of("CA", "CA")));
        approve(incident, "4-III-B", draft)
                .then()
                .statusCode(409)
                .body("code", equalTo("ELEMENTS_NOT_CONFIRMED"))
                .body("missing", equalTo(List.of("45 CFR 164.408")));

        List<String> open = draft.path("elements.findAll { it.status == 'OPEN' }.id");
        Response confirmed = put(incident, "4-III-B", Map.of("confirmed", open), draft);
        confirmed.then().body("elements.findAll { it.status == 'CONFIRMED' }.size()", equalTo(2));
        approve(incident, "4-III-B", confirmed).then().statusCode(200);
        officer()
                .get("/campaigns/" + incident)
                .then()
                .body("letterDue", equalTo(today().plusDays(57).toString()));
    }

    /** Notice to the media counts by State and is HIPAA's all the same (45 CFR 164.406). */
    @Test
    void theReleaseIsAskedForByHipaaAlone() {
        UUID incident = breach(
                false,
                federal(),
                asking(Fixtures.media(), List.of("what happened"), List.of("any name or record of an individual")));
        Response draft = put(incident, "4-III-C", Map.of());

        draft.then().body("elements.status", equalTo(List.of("BY_THE_FORM", "READ_BY_APPROVER")));
        approve(incident, "4-III-C", draft).then().statusCode(200);
    }

    @Test
    void whatAStateForbidsAndHipaaAsksForWaitsForCounsel() {
        UUID incident = breach(false, federal(), state("MA", List.of(), List.of("the nature of the breach")));
        Response draft = put(incident, "4-III-B", Map.of());
        String element = draft.path("elements.find { it.jurisdiction == 'MA' }.id");
        draft.then()
                .body("elements.find { it.jurisdiction == 'MA' }.status", equalTo("FOR_COUNSEL"))
                .body("elements.find { it.jurisdiction == 'MA' }.collidesWith", equalTo("45 CFR 164.404(c)(1)(A)"));
        approve(incident, "4-III-B", draft).then().statusCode(409).body("code", equalTo("CONFLICT_FOR_COUNSEL"));

        decide(incident, UUID.randomUUID().toString()).then().statusCode(404);
        decide(incident, element).then().statusCode(204);

        officer()
                .get("/campaigns/" + incident + "/texts/4-III-B")
                .then()
                .body("elements.find { it.jurisdiction == 'MA' }.status", equalTo("DECIDED"));
        approve(incident, "4-III-B", draft).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Number 078-05-1120 was in it.", "Your card 4111 1111 1111 1111.", "MRN 0048812 was sent."})
    void aNumberOfAPersonIsNotApproved(String sentence) {
        UUID incident = breach(false, individuals(null));
        Response draft = put(incident, "4-III-B", Map.of("whatHappened", sentence));

        approve(incident, "4-III-B", draft)
                .then()
                .statusCode(409)
                .body("code", equalTo("TEXT_HOLDS_A_NUMBER"))
                .body("errors.field", hasItem("/whatHappened"));
    }

    @Test
    void theFrozenCopyIsTheOneWhoseHashStandsInTheTrail() throws Exception {
        UUID incident = breach(false, individuals(null), Fixtures.media(), Fixtures.substitute());
        Map<String, String> types = Map.of(
                "4-III-B", "application/pdf",
                "4-III-C", "application/pdf",
                "substitute-posting", "text/html",
                "telephone-script", "text/plain");
        types.keySet().forEach(template -> approved(incident, template, "en"));
        try (TopicProbe facts = TopicProbe.on(Topic.NOTICE)) {
            for (String template : types.keySet()) {
                NoticeTextApproved fact = facts.await(
                        NoticeTextApproved.class,
                        one -> one.incidentId().equals(incident) && one.kind().equals(template));
                Response copy = officer().get("/campaigns/" + incident + "/texts/" + template + "/generic-copy");
                copy.then().statusCode(200).contentType(containsString(types.get(template)));
                assertThat(CampaignTest.sha256(copy.asByteArray())).isEqualTo(fact.sha256());
                assertThat(copy.header("Repr-Digest"))
                        .isEqualTo("sha-256=:"
                                + Base64.getEncoder()
                                        .encodeToString(HexFormat.of().parseHex(fact.sha256())) + ":");
            }
        }
        officer()
                .queryParam("number", 7)
                .get("/campaigns/" + incident + "/texts/4-III-B/generic-copy")
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({
        "4-III-B,en",
        "4-III-B,es",
        "4-III-C,en",
        "4-III-C,es",
        "substitute-posting,en",
        "telephone-script,en",
        "telephone-script,es"
    })
    void everyPreviewIsAccessible(String template, String language) throws Exception {
        UUID incident = breach(false, individuals(null), Fixtures.media());
        officer()
                .contentType("application/json")
                .queryParam("language", language)
                .body(text(language))
                .put("/campaigns/" + incident + "/texts/" + template)
                .then()
                .statusCode(200);
        String preview = "/campaigns/" + incident + "/texts/" + template + "/preview";
        byte[] pdf =
                officer().queryParam("language", language).get(preview + ".pdf").asByteArray();
        assertThat(PdfUa.violations(pdf)).isEmpty();
        Pictures.save("preview-" + template + "-" + language, pdf);
        String html = officer()
                .queryParam("language", language)
                .get(preview + ".html")
                .asString();
        assertThat(Chromium.violations(html)).isEmpty();
        Chromium.picture("preview-" + template + "-" + language + "-page", html, 900, 1300);
        officer().queryParam("language", language).get(preview + ".txt").then().statusCode(200);
    }

    @Test
    void termsAreLinkedToTheGlossary() throws Exception {
        UUID incident = breach(false, individuals(null), Fixtures.media());
        put(incident, "4-III-C", Map.of("whatHappened", "The breach was in a file. The file held health information."));

        String html = officer()
                .get("/campaigns/" + incident + "/texts/4-III-C/preview.html")
                .asString();

        assertThat(html)
                .contains("<a href=\"/notification/glossary?lang=en#breach\">breach</a> was in a file")
                .contains("#phi\">health information</a>");
        assertThat(html.split("#breach\"", -1)).hasSize(2);
        for (String language : List.of("en", "es")) {
            String glossary =
                    given().queryParam("lang", language).get("/glossary").asString();
            assertThat(glossary).contains("<dt id=\"breach\">", "<dt id=\"phi\">");
            assertThat(Chromium.violations(glossary)).isEmpty();
            Chromium.picture("glossary-" + language, glossary, 900, 1100);
        }
    }

    @Test
    void theCatalogueNamesTheSevenFormsWithTheirVersions() {
        officer()
                .get("/forms")
                .then()
                .statusCode(200)
                .body("forms.id", hasItems("4-I-A", "4-I-B", "4-III-A", "4-III-B", "4-III-C", "4-III-D", "4-III-E"))
                .body("forms.findAll { it.version.isEmpty() }.size()", equalTo(0));
    }

    private static Response put(UUID incident, String template, Map<String, Object> changes) {
        return put(incident, template, changes, null);
    }

    private static Response put(UUID incident, String template, Map<String, Object> changes, Response before) {
        Map<String, Object> draft = new HashMap<>(text("en"));
        draft.putAll(changes);
        var request = officer().contentType("application/json").body(draft);
        if (before != null) {
            request.header("If-Match", before.header("ETag"));
        }
        return request.put("/campaigns/" + incident + "/texts/" + template);
    }

    private static Response approve(UUID incident, String template, Response draft) {
        return security()
                .header("If-Match", draft.header("ETag"))
                .post("/campaigns/" + incident + "/texts/" + template + "/approval");
    }

    private static Response decide(UUID incident, String element) {
        return given().auth()
                .oauth2(Tokens.of("counsel"))
                .contentType("application/json")
                .body(Map.of("decision", "KEEP_ELEMENT", "reason", "45 CFR 160.203; memo 2026-14"))
                .post("/campaigns/" + incident + "/texts/elements/" + element + "/counsel-decision");
    }

    private static Obligation federal() {
        return asking(
                individuals(null),
                List.of("what happened, with the day of the breach"),
                List.of("a condition or a waiver of rights"));
    }

    private static Obligation state(String jurisdiction, List<String> must, List<String> mustNot) {
        return asking(
                Fixtures.obligation(8, ObligationKind.STATE_INDIVIDUAL_NOTICE, jurisdiction, null, null, null),
                must,
                mustNot);
    }
}
