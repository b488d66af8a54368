package org.candor.local.letters;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.candor.local.api.Answer;
import org.candor.local.api.Api;
import org.candor.local.api.Json;
import org.candor.local.api.Patience;
import org.candor.local.api.Users;

/**
 * A campaign of notification-service alone. The facts that other services would have told stand in its tables; everything
 * from the roster on goes through its API.
 */
public final class LetterCampaign {

    static final String ZONE = "America/Chicago";

    /** How the people of a campaign are told. */
    public enum By {
        LETTER,
        EMAIL
    }

    private static final int PART = 4 * 1024 * 1024;
    private static final Duration LONG = Duration.ofHours(2);

    private static final String ENTITY = """
            insert into legal_entity (entity_id, name, street, city, state, zip, time_zone, toll_free, email, website)
            values ('bench', 'Bench County', '1 Main Street', 'Larkspur Falls', 'WI', '54901', 'America/Chicago',
                    '+18005550142', 'privacy@bench.example', 'https://bench.example') on conflict do nothing
            """;

    private static final String ROUTING = """
            insert into incident_routing (incident_id, entity_id, drill, version, officers, recused, restricted_readers)
            values (?, 'bench', false, 1, '{"officers": []}', array['somebody-else'], array[]::text[])
            """;

    private static final String CAMPAIGN = """
            insert into campaign (incident_id, entity_id, drill, time_zone, state, duties, discovered_on, letter_due, opened_at,
                                  version)
            values (?, 'bench', false, 'America/Chicago', 'OPENED', ?, current_date, current_date + 60, now(), 0)
            """;

    private final UUID incident = UUID.randomUUID();
    private final Users users;
    private final Connection database;
    private final int people;

    private LetterCampaign(Users users, Connection database, int people) {
        this.users = users;
        this.database = database;
        this.people = people;
    }

    /** An open campaign without people. */
    public static LetterCampaign open(Users users, Connection database, int people) throws SQLException {
        LetterCampaign campaign = new LetterCampaign(users, database, people);
        campaign.update(ENTITY);
        campaign.update(ROUTING, campaign.incident);
        campaign.update(CAMPAIGN, campaign.incident, duties());
        return campaign;
    }

    public UUID incident() {
        return incident;
    }

    public String path(String below) {
        return "/notification/campaigns/" + incident + below;
    }

    /** Sends the roster in parts and tries it; answers the path of the import. */
    public String sendRoster(By by) throws IOException, InterruptedException {
        String imports = path("/roster-imports");
        String file = imports + "/"
                + officer().post(imports, Json.of("kind", "CSV")).expecting(201).text("/id");
        StringBuilder part = new StringBuilder(
                "external_id,given_name,family_name,street,city,state,zip,born_on,email,email_agreed\n");
        int number = 1;
        for (int i = 1; i <= people; i++) {
            person(part, i, by);
            if (part.length() > PART || i == people) {
                officer()
                        .change(
                                "PUT",
                                file + "/parts/" + number++,
                                "",
                                "application/octet-stream",
                                part.toString().getBytes(StandardCharsets.UTF_8))
                        .expecting(204);
                part.setLength(0);
            }
        }
        officer().post(file + "/dry-run", Map.of()).expecting(202);
        over(file, "CHECKED");
        return file;
    }

    /** Imports what was sent. */
    public void importRoster(String file) throws IOException, InterruptedException {
        officer().post(file + "/start", Map.of()).expecting(202);
        over(file, "IMPORTED");
    }

    public void approveLetter() throws IOException, InterruptedException {
        String letter = path("/texts/4-III-B");
        String tag =
                officer().put(letter + "?language=en", words()).expecting(200).etag();
        users.as("security-officer")
                .change("POST", letter + "/approval?language=en", tag, Map.of())
                .expecting(200);
    }

    public String startRun() throws IOException, InterruptedException {
        return path("/runs/")
                + officer().post(path("/runs"), Map.of()).expecting(202).text("/id");
    }

    public Answer awaitRun(String run) throws IOException, InterruptedException {
        return Patience.until(
                "a completed run",
                LONG,
                () -> officer().get(run),
                answer -> answer.status() == 200 && answer.text("/state").equals("COMPLETED"));
    }

    public Api officer() {
        return users.as("privacy-officer");
    }

    /** Counts rows of this incident: {@code select count(*) from …}. */
    public long count(String from) throws SQLException {
        try (PreparedStatement statement =
                database.prepareStatement("select count(*) from " + from + " and incident_id = ?")) {
            statement.setObject(1, incident);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private static void person(StringBuilder file, int i, By by) {
        file.append("P-%d,Ana,Resident%d,%d Elm Street,Larkspur Falls,WI,54901,%d-0%d-1%d"
                .formatted(i, i, i, 1940 + i % 60, 1 + i % 9, i % 10));
        file.append(by == By.EMAIL ? ",p%d@mail.example,yes\n".formatted(i) : ",,no\n");
    }

    private void over(String file, String state) throws IOException, InterruptedException {
        Patience.until(
                "a roster that is " + state,
                LONG,
                () -> officer().get(file),
                answer -> answer.status() == 200 && answer.text("/state").equals(state));
    }

    private void update(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    private static String duties() {
        LocalDate due = LocalDate.now(ZoneId.of(ZONE)).plusDays(60);
        return """
                {"version": 1, "list": [{"id": "%s", "kind": "INDIVIDUAL_NOTICE", "jurisdiction": "US", "due": "%s",
                 "track": "", "method": "", "recipient": "each individual", "citation": "45 CFR 164.404", "reason": "a breach"}]}
                """.formatted(UUID.randomUUID(), due);
    }

    private static Object words() {
        return Json.of(
                "whatHappened", "A computer job sent a file to the wrong company by e-mail. We found it the next day.",
                "breachOn", LocalDate.now(ZoneId.of(ZONE)).minusDays(3).toString(),
                "discoveredOn", LocalDate.now(ZoneId.of(ZONE)).minusDays(2).toString(),
                "dataKinds", List.of("NAME", "ADDRESS", "DATE_OF_BIRTH", "TREATMENT"),
                "steps", "Read the bills you get. Call us if you see something odd.",
                "response", "We stopped the job. The company has deleted the file.",
                "contact", Json.of("tollFree", "+18005550142", "email", "privacy@bench.example"),
                "signerName", "Dana Whitfield",
                "signerTitle", "Privacy Officer");
    }
}
