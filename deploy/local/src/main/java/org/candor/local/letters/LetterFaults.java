package org.candor.local.letters;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.candor.local.ServiceName;
import org.candor.local.Stack;
import org.candor.local.StackSettings;
import org.candor.local.api.Unexpected;
import org.candor.local.api.Users;
import org.candor.local.bench.ServiceDatabase;

/**
 * {@code ./candor faults letters [people]}: notification-service is killed at ten points of a run. Then each person has
 * exactly one letter in the folder of the print house, and file, manifest and database name one hash for it.
 */
public final class LetterFaults {

    public static final int USUAL = 3000;
    private static final int KILLS = 10;
    private static final String SERVICE = "notification";

    private final Stack stack;
    private final StackSettings settings;
    private final PrintStream out;

    private LetterFaults(Stack stack, StackSettings settings, PrintStream out) {
        this.stack = stack;
        this.settings = settings;
        this.out = out;
    }

    /** On a stack of its own in that folder. */
    public static void run(Path folder, int people, PrintStream out) throws Exception {
        Files.createDirectories(folder);
        StackSettings settings = StackSettings.onFreePorts(folder).services(ServiceName.NOTIFICATION);
        try (Stack stack = Stack.start(settings).endingWithThisProcess();
                ClearanceStandIn clearance = ClearanceStandIn.start(settings)) {
            new LetterFaults(stack, settings, out).prove(people);
            out.printf("  every batch under a clearance, asked for %d times%n", clearance.questions());
        }
    }

    private void prove(int people) throws Exception {
        try (Connection database = new ServiceDatabase(stack, settings, ServiceName.NOTIFICATION).connect()) {
            LetterCampaign campaign = LetterCampaign.open(Users.of(stack), database, people);
            campaign.importRoster(campaign.sendRoster(LetterCampaign.By.LETTER));
            campaign.approveLetter();
            String run = campaign.startRun();
            for (int kill = 1; kill <= KILLS; kill++) {
                killAt((long) people * kill / (KILLS + 1), campaign, database);
            }
            campaign.awaitRun(run);
            check(people, campaign, database);
        }
    }

    private void killAt(long letters, LetterCampaign campaign, Connection database) throws Exception {
        while (campaign.count("notice where state in ('BATCHED', 'SENT')") < letters) {
            Thread.sleep(5);
        }
        stack.kill9(SERVICE);
        out.printf("  ✂ killed with %d letters made%n", campaign.count("notice where state in ('BATCHED', 'SENT')"));
        // Another worker would wait until the lease of the dead one has ended; that is thirty seconds, and not what is
        // shown.
        try (PreparedStatement lease =
                database.prepareStatement("update run set lease_until = now() where incident_id = ?")) {
            lease.setObject(1, campaign.incident());
            lease.executeUpdate();
        }
        stack.restart(SERVICE);
    }

    private void check(int people, LetterCampaign campaign, Connection database) throws Exception {
        Map<String, String> files = files();
        Map<String, String> manifests = manifests();
        Map<String, String> rows = rows(campaign, database);
        Unexpected.unlessEqual("letters in the folder", people, files.size());
        Unexpected.unless(files.equals(manifests), "manifests with the files' hashes", "others");
        Unexpected.unless(files.equals(rows), "rows with the files' hashes", "others");
        Unexpected.unlessEqual("people told", people, campaign.count("person where state = 'TOLD'"));
        Unexpected.unlessEqual(
                "people with a letter",
                people,
                campaign.count(
                        "(select distinct person_id, incident_id from notice where state = 'SENT') told where true"));
        out.printf("  %d people, %d letters, one hash each, after %d kills%n", people, files.size(), KILLS);
    }

    private Map<String, String> files() throws Exception {
        Map<String, String> hashes = new HashMap<>();
        try (Stream<Path> files = Files.walk(stack.postalDirectory())) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".pdf")).toList()) {
                String hash = HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
                Unexpected.unless(
                        hashes.put(file.getFileName().toString(), hash) == null, "one file of that name", file);
            }
        }
        return hashes;
    }

    private Map<String, String> manifests() throws IOException {
        Map<String, String> hashes = new HashMap<>();
        List<Path> found;
        try (Stream<Path> files = Files.walk(stack.postalDirectory())) {
            found = files.filter(path -> path.endsWith("manifest.json")).toList();
        }
        for (Path manifest : found) {
            for (JsonNode file : new ObjectMapper().readTree(manifest.toFile()).path("files")) {
                hashes.put(file.path("file").asText(), file.path("sha256").asText());
            }
        }
        return hashes;
    }

    private static Map<String, String> rows(LetterCampaign campaign, Connection database) throws SQLException {
        Map<String, String> hashes = new HashMap<>();
        try (PreparedStatement statement = database.prepareStatement(
                "select id || '.pdf', encode(sha256, 'hex') from notice where incident_id = ? and state = 'SENT'")) {
            statement.setObject(1, campaign.incident());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    hashes.put(rows.getString(1), rows.getString(2));
                }
            }
        }
        return hashes;
    }
}
