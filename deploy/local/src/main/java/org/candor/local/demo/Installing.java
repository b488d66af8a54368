package org.candor.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.candor.local.api.Answer;
import org.candor.local.api.Api;
import org.candor.local.api.Json;
import org.candor.local.api.Patience;
import org.candor.local.api.Users;

/** Before the story: the operator writes the directory, and the auditor takes a copy of the trail's public key. */
public final class Installing implements Chapter {

    private static final String DIRECTORY = "/intake/directory";

    /** An officer; the user is named as the role. */
    private record Officer(String user, String name, String mailbox) {

        String role() {
            return user.toUpperCase(java.util.Locale.ROOT).replace('-', '_');
        }

        /** The same in every run, so that a second run finds the officer in his place. */
        UUID id() {
            return UUID.nameUUIDFromBytes((Plot.ENTITY + "/" + user).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static final List<Officer> OFFICERS = List.of(
            new Officer("privacy-officer", "Ines Okafor", "ines.okafor@larkspurfalls.example"),
            new Officer("security-officer", "Tomasz Lindqvist", "tomasz.lindqvist@larkspurfalls.example"),
            new Officer("administrator", "Marguerite Achterberg", "marguerite.achterberg@larkspurfalls.example"),
            new Officer("counsel", "Devendra Halloway", "devendra.halloway@larkspurfalls.example"));

    @Override
    public String title() {
        return "The organisation";
    }

    @Override
    public void play(Stage stage) throws StepFailed, InterruptedException {
        stage.narrator.step("operator", "enters the City of Larkspur Falls", () -> {
            enterEntity(stage.users);
            return Told.of("covered entity, zone " + Plot.ZONE, stage.link(DIRECTORY + "/entities"));
        });
        stage.narrator.step("operator", "enters its officers", () -> {
            enterOfficers(stage.users);
            return Told.of("privacy, security, administrator, counsel", stage.link(DIRECTORY + "/officers"));
        });
        stage.narrator.step("security-officer", "enters the city's policies", () -> {
            int entered = Register.enter(stage.users, LocalDate.now(Plot.ZONE));
            return Told.of(entered + ", to be reviewed in a year", stage.link(Register.PATH));
        });
        stage.narrator.step("auditor", "takes a copy of the trail's public key", () -> takeKey(stage));
    }

    /** Enters entity and officers where they are not there yet; without a word to anybody. */
    public static void directory(Users users) throws IOException, InterruptedException {
        enterEntity(users);
        enterOfficers(users);
    }

    static String mailbox(String user) {
        return OFFICERS.stream()
                .filter(officer -> officer.user().equals(user))
                .findFirst()
                .orElseThrow()
                .mailbox();
    }

    private static void enterEntity(Users users) throws IOException, InterruptedException {
        Api operator = users.as("operator");
        if (!isListed(operator, DIRECTORY + "/entities", "entityId", Plot.ENTITY)) {
            operator.put(DIRECTORY + "/entities/" + Plot.ENTITY, entity()).expecting(200);
        }
    }

    private static void enterOfficers(Users users) throws IOException, InterruptedException {
        Api operator = users.as("operator");
        for (Officer officer : OFFICERS) {
            if (!isListed(
                    operator, DIRECTORY + "/officers", "officerId", officer.id().toString())) {
                operator.put(DIRECTORY + "/officers/" + officer.id(), request(users, officer))
                        .expecting(200);
            }
        }
    }

    private static boolean isListed(Api reader, String path, String field, String value)
            throws IOException, InterruptedException {
        for (JsonNode item : reader.get(path).expecting(200).json().path("items")) {
            if (item.path(field).asText().equals(value)) {
                return true;
            }
        }
        return false;
    }

    private static Object entity() {
        return Json.of(
                "name", "City of Larkspur Falls",
                "kind", "COVERED_ENTITY",
                "street", "100 Depot Street",
                "city", "Larkspur Falls",
                "state", "WI",
                "zip", "53999",
                "timeZone", Plot.ZONE.getId(),
                "tollFree", "+18005550143",
                "email", "privacy@larkspurfalls.example",
                "website", "https://www.larkspurfalls.example");
    }

    /** Who an officer is, the identity provider knows: his subject comes from his own token. */
    private static Object request(Users users, Officer officer) throws IOException, InterruptedException {
        String subject =
                users.as(officer.user()).get("/intake/me").expecting(200).text("/subject");
        return Json.of(
                "entityId", Plot.ENTITY,
                "role", officer.role(),
                "person", subject,
                "displayName", officer.name(),
                "mailbox", officer.mailbox());
    }

    /** Before there is anything to doubt: a key that comes together with a proof proves nothing. */
    private static Told takeKey(Stage stage) throws IOException, InterruptedException {
        Api auditor = stage.as("auditor");
        Answer keys = Patience.until(
                "a key that signs the trail",
                Stage.SOON,
                () -> auditor.get("/audit/keys").expecting(200),
                answer -> !answer.json().path("items").isEmpty());
        JsonNode newest =
                keys.json().path("items").path(keys.json().path("items").size() - 1);
        byte[] pem = newest.path("publicKey").asText().getBytes(StandardCharsets.US_ASCII);
        Link.OnDisk file = stage.files.keep("trail-key.pem", pem);
        stage.plot.trailKey = newest.path("keyId").asText();
        stage.plot.trailKeyFile = file.path();
        return Told.of("Ed25519, key " + stage.plot.trailKey, file);
    }
}
