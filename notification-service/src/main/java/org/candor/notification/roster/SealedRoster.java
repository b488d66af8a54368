package org.candor.notification.roster;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.candor.events.NoticeMethod;
import org.candor.kit.crypto.BlindIndex;
import org.candor.kit.crypto.IncidentCipher;
import org.candor.kit.outbox.EventJson;
import org.candor.notification.roster.decision.AddressQuality;
import org.candor.notification.roster.decision.WayOfNotice;
import org.candor.notification.roster.decision.ZipPrefixes;

/** A roster file read, decided and sealed, in chunks that are one insert each. All of it is CPU work for a worker thread. */
final class SealedRoster {

    private static final int CHUNK = 1000;

    /** A row in the names that the insert statement reads. */
    private record Row(
            UUID id,
            long n,
            String x,
            String s,
            String residence,
            String language,
            String method,
            String reason,
            String state) {}

    private record Chunk(List<Row> rows) {}

    private record FindingRow(long n, String outcome, String flags, String col) {}

    private record Findings(List<FindingRow> rows) {}

    private final byte[] sha256;
    private final List<RowResult> findings = new ArrayList<>();
    private final List<String> chunks = new ArrayList<>();
    private long accepted;
    private long warned;
    private long refused;

    private SealedRoster(byte[] sha256) {
        this.sha256 = sha256;
    }

    /** @throws UnreadableRoster when the file as a whole can't be read */
    static SealedRoster read(
            byte[] file, UUID incidentId, LocalDate today, ZipPrefixes zips, IncidentCipher cipher, BlindIndex index) {
        SealedRoster roster = new SealedRoster(sha256(file));
        WayOfNotice ways = new WayOfNotice(new AddressQuality(zips));
        List<Row> rows = new ArrayList<>(CHUNK);
        new RosterReader(new RosterLine(zips)).read(new ByteArrayInputStream(file), result -> {
            roster.count(result);
            result.row().ifPresent(row -> rows.add(sealed(row, incidentId, today, ways, cipher, index)));
            if (rows.size() == CHUNK) {
                roster.flush(rows);
            }
        });
        roster.flush(rows);
        return roster;
    }

    byte[] sha256() {
        return sha256;
    }

    long accepted() {
        return accepted;
    }

    long warned() {
        return warned;
    }

    long refused() {
        return refused;
    }

    List<RowResult> findings() {
        return findings;
    }

    List<String> chunks() {
        return chunks;
    }

    String findingsJson() {
        return array(EventJson.write(new Findings(findings.stream()
                .map(result -> new FindingRow(
                        result.number(),
                        result.outcome().name(),
                        result.flags().stream().map(Enum::name).collect(Collectors.joining(" ")),
                        result.column()))
                .toList())));
    }

    private void count(RowResult result) {
        switch (result.outcome()) {
            case ACCEPTED -> accepted++;
            case WARNED -> {
                accepted++;
                warned++;
                findings.add(result);
            }
            case REFUSED -> {
                refused++;
                findings.add(result);
            }
        }
    }

    private void flush(List<Row> rows) {
        if (!rows.isEmpty()) {
            chunks.add(array(EventJson.write(new Chunk(rows))));
            rows.clear();
        }
    }

    /** {@code {"rows":[…]}} without its frame. */
    private static String array(String json) {
        return json.substring(json.indexOf('['), json.lastIndexOf(']') + 1);
    }

    private static Row sealed(
            RosterRow row,
            UUID incidentId,
            LocalDate today,
            WayOfNotice ways,
            IncidentCipher cipher,
            BlindIndex index) {
        byte[] external = index.of("person.external-id/" + incidentId, row.externalId());
        UUID id = id(external);
        WayOfNotice.Decision way = ways.decide(row.person(), today);
        Base64.Encoder base64 = Base64.getEncoder();
        return new Row(
                id,
                row.number(),
                base64.encodeToString(external),
                base64.encodeToString(PersonDetails.of(row).seal(cipher, id)),
                row.person().residence(),
                row.language(),
                way.method().name(),
                way.reason().name(),
                state(way.method()));
    }

    /** The same person of the same breach keeps one id through all files (UUID version 8 from the keyed index). */
    private static UUID id(byte[] external) {
        ByteBuffer bytes = ByteBuffer.wrap(external);
        long high = bytes.getLong() & ~0xf000L | 0x8000L;
        long low = bytes.getLong() >>> 2 | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    static String state(NoticeMethod method) {
        return switch (method) {
            case FIRST_CLASS_MAIL, EMAIL, TELEPHONE -> "PENDING";
            case SUBSTITUTE_POSTING -> "SUBSTITUTE";
            case NONE -> "NOBODY";
        };
    }

    private static byte[] sha256(byte[] file) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(file);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }
}
