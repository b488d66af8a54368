package org.candor.notification;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.candor.events.DirectoryEvent.EntityChanged;
import org.candor.events.DirectoryEvent.EntityKind;
import org.candor.events.ObligationEvent.Obligation;
import org.candor.events.ObligationEvent.ObligationsComputed;
import org.candor.events.ObligationKind;
import org.candor.events.Topic;
import org.candor.test.Facts;
import org.candor.test.Peers;
import org.candor.test.Routing;
import org.candor.test.Tokens;

/** A city, a breach with its obligations, and a roster of 25 people of whom ten have no usable address. */
final class Fixtures {

    static final String CITY = "larkspur-falls";
    static final ZoneId ZONE = ZoneId.of("America/Chicago");
    static final int BY_LETTER = 11;
    static final int BY_EMAIL = 4;
    static final int UNREACHABLE = 10;

    private static final String HEADER =
            "external_id,given_name,family_name,street,street2,city,state,zip,address_known_bad,residence_state,email,email_agreed,"
                    + "phone,language,born_on,deceased,representative_name,representative_street,representative_street2,"
                    + "representative_city,representative_state,representative_zip\n";

    private Fixtures() {}

    static LocalDate today() {
        return LocalDate.now(ZONE);
    }

    static void city() {
        Facts.send(
                Topic.DIRECTORY,
                new EntityChanged(
                        CITY,
                        "City of Larkspur Falls",
                        EntityKind.COVERED_ENTITY,
                        "100 Main Street",
                        "Larkspur Falls",
                        "WI",
                        "54901",
                        ZONE.getId(),
                        "+18005550142",
                        "privacy@larkspur-falls.example",
                        "https://larkspur-falls.example"),
                CITY);
    }

    /** A breach whose campaign is open. */
    static UUID breach(boolean drill, Obligation... obligations) {
        UUID incident = UUID.randomUUID();
        city();
        Routing routing = Routing.open(incident, CITY).recusing("recused-officer");
        (drill ? routing.drill() : routing).send();
        cleared(incident);
        tell(incident, drill, 1, obligations);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> officer().get("/campaigns/" + incident).then().statusCode(200));
        return incident;
    }

    /** breach-service says from now on that everything of this breach may go. */
    static void cleared(UUID incident) {
        clearance(incident, Peers.Answer.ok(Map.of("answer", "CLEAR", "asOf", today().toString())));
    }

    static void heldByBreach(UUID incident, LocalDate until) {
        clearance(
                incident,
                Peers.Answer.ok(Map.of("answer", "HELD", "heldUntil", until.toString(), "asOf", today().toString())));
    }

    static void clearance(UUID incident, Peers.Answer answer) {
        Peers.answer("/breach/breaches/" + incident + "/clearance", answer);
    }

    static void tell(UUID incident, boolean drill, int version, Obligation... obligations) {
        Facts.send(
                Topic.OBLIGATION,
                new ObligationsComputed(
                        incident,
                        CITY,
                        version,
                        today().minusDays(3),
                        today().plusDays(57),
                        List.of(obligations),
                        Instant.now()),
                CITY,
                drill,
                "system");
    }

    static Obligation individuals(LocalDate heldUntil) {
        return obligation(1, ObligationKind.INDIVIDUAL_NOTICE, "US", heldUntil, null, null);
    }

    static Obligation hhs() {
        return obligation(2, ObligationKind.HHS_NOTICE, "US", null, "CONTEMPORANEOUS", null);
    }

    static Obligation media() {
        return obligation(3, ObligationKind.MEDIA_NOTICE, "WI", null, null, null);
    }

    static Obligation substitute() {
        return obligation(4, ObligationKind.SUBSTITUTE_NOTICE, "US", null, null, "CONSPICUOUS");
    }

    static Obligation urgent() {
        return obligation(6, ObligationKind.URGENT_NOTICE, "US", null, null, null);
    }

    static Obligation attorneyGeneral() {
        return obligation(5, ObligationKind.STATE_REGULATOR_NOTICE, "IL", null, null, null);
    }

    static Obligation[] everything() {
        return new Obligation[] {individuals(null), hhs(), media(), substitute(), attorneyGeneral()};
    }

    static Obligation obligation(
            int number, ObligationKind kind, String jurisdiction, LocalDate heldUntil, String track, String method) {
        LocalDate due = today().plusDays(57);
        return new Obligation(
                new UUID(7, number),
                "rule-" + number,
                kind,
                jurisdiction,
                due,
                heldUntil,
                due,
                track,
                method,
                null,
                "recipient " + number,
                "45 CFR 164.40" + number,
                "because of rule " + number,
                null);
    }

    /** The same duty with what its notice has to hold, and must not. */
    static Obligation asking(Obligation duty, List<String> must, List<String> mustNot) {
        return new Obligation(
                duty.obligationId(),
                duty.ruleId(),
                duty.kind(),
                duty.jurisdiction(),
                duty.baseDue(),
                duty.heldUntil(),
                duty.due(),
                duty.track(),
                duty.method(),
                duty.source(),
                duty.recipient(),
                duty.citation(),
                duty.reason(),
                duty.completedOn(),
                duty.delegatedTo(),
                must,
                mustNot);
    }

    static String roster() {
        List<String> lines = new ArrayList<>();
        for (int i = 1; i <= 8; i++) {
            lines.add(person(
                    "P-" + i, "Resident" + i, i + " Elm Street", "Larkspur Falls", "WI", "54901", "", "no", "en"));
        }
        lines.add(person("P-9", "Vega", "77 Lake Road", "Rockford", "IL", "61101", "", "no", "es"));
        lines.add("P-10,Nora,Young,9 Oak Street,,Larkspur Falls,WI,54901,no,,,no,,en," + today().minusYears(9)
                + ",no,,,,,,");
        lines.add(
                "P-11,Otto,Gone,5 Ash Street,,Larkspur Falls,WI,54901,no,,,no,,en,,yes,Rosa Gone,6 Ash Street,,Larkspur"
                        + " Falls,WI,54901");
        for (int i = 12; i <= 15; i++) {
            lines.add(person(
                    "P-" + i,
                    "Mail" + i,
                    i + " Elm Street",
                    "Larkspur Falls",
                    "WI",
                    "54901",
                    "p" + i + "@mail.example",
                    "yes",
                    i == 15 ? "es" : "en"));
        }
        for (int i = 16; i <= 20; i++) {
            lines.add(person("P-" + i, "Nowhere" + i, "", "Larkspur Falls", "WI", "54901", "", "no", "en"));
        }
        for (int i = 21; i <= 23; i++) {
            lines.add(person(
                    "P-" + i, "Crossed" + i, i + " Elm Street", "Larkspur Falls", "WI", "60601", "", "no", "en"));
        }
        lines.add("P-24,Known,Bad,24 Elm Street,,Larkspur Falls,WI,54901,yes,,,no,,en,,no,,,,,,");
        lines.add(person("P-25", "Unknown", "", "", "", "", "", "no", "en"));
        return HEADER + String.join("\n", lines) + "\n";
    }

    static String person(
            String id,
            String family,
            String street,
            String city,
            String state,
            String zip,
            String email,
            String agreed,
            String language) {
        return id + ",Ana," + family + "," + street + ",," + city + "," + state + "," + zip + ",no,," + email + ","
                + agreed + ",," + language + ",,no,,,,,,";
    }

    static String header() {
        return HEADER;
    }

    static Map<String, Object> text(String language) {
        boolean spanish = language.equals("es");
        return Map.of(
                "whatHappened",
                spanish
                        ? "Un programa envió un archivo a la empresa equivocada."
                        : "A computer job sent a file to the wrong company by e-mail.",
                "breachOn",
                today().minusDays(6).toString(),
                "dataKinds",
                List.of("NAME", "DATE_OF_BIRTH", "TREATMENT"),
                "steps",
                spanish ? "Lea sus cuentas. Llámenos." : "Read the bills you get. Call us if you see something odd.",
                "response",
                spanish ? "Paramos el programa." : "We stopped the job. The company has deleted the file.",
                "contact",
                Map.of("tollFree", "+18005550142", "email", "privacy@larkspur-falls.example"),
                "signerName",
                "Dana Whitfield",
                "signerTitle",
                spanish ? "Oficial de Privacidad" : "Privacy Officer");
    }

    static void approved(UUID incident, String template, String language) {
        String path = "/campaigns/" + incident + "/texts/" + template;
        String tag = officer()
                .contentType("application/json")
                .queryParam("language", language)
                .body(text(language))
                .put(path)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
        security()
                .queryParam("language", language)
                .header("If-Match", tag)
                .post(path + "/approval")
                .then()
                .statusCode(200);
    }

    static Response importing(UUID incident, String roster) {
        return officer()
                .contentType("text/csv")
                .body(roster.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/campaigns/" + incident + "/roster");
    }

    static String state(UUID incident) {
        return officer().get("/campaigns/" + incident).path("state");
    }

    static RequestSpecification officer() {
        return given().auth().oauth2(Tokens.of("privacy-officer"));
    }

    static RequestSpecification security() {
        return given().auth().oauth2(Tokens.of("security-officer"));
    }
}
