package org.candor.notification.roster;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.candor.kit.crypto.BlindIndex;
import org.candor.kit.crypto.IncidentCipher;
import org.candor.kit.outbox.EventJson;
import org.candor.notification.roster.decision.Individual;
import org.candor.notification.roster.decision.PostalAddress;
import org.candor.notification.roster.decision.WayOfNotice;

/** Some hundred rows read, decided and sealed, which are stored together. CPU work for a worker thread. */
final class RosterChunk {

    /** With what people are sealed and decided. */
    record Tools(UUID incidentId, java.time.LocalDate today, Ways ways, IncidentCipher cipher, BlindIndex index) {}

    /**
     * A row in the names that the insert statement reads; {@code same} is empty without a day of birth or a street, {@code a}
     * is the index of the address to which a letter would go.
     */
    record Row(
            UUID id,
            long n,
            String x,
            String same,
            String a,
            String s,
            String residence,
            String language,
            String method,
            String reason,
            String state) {}

    /** Another id of a person who stands in this chunk, known by what they have in common. */
    record Alias(String x, String same) {}

    record Finding(long n, String outcome, String flags, String col) {}

    private record Rows(List<Row> rows) {}

    private record Aliases(List<Alias> rows) {}

    private record Findings(List<Finding> rows) {}

    private final List<Row> rows = new ArrayList<>();
    private final List<Alias> aliases = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> external = new HashSet<>();
    private final Set<String> seen = new HashSet<>();
    private int size;
    private long accepted;
    private long warned;
    private long refused;
    private long merged;

    /** @param tools absent when the file is only tried */
    void add(RowResult result, Optional<Tools> tools) {
        size++;
        if (result.row().isEmpty()) {
            refuse(result);
            return;
        }
        RosterRow row = result.row().get();
        if (!external.add(row.externalId())) {
            refuse(RowResult.refused(row.number(), RowFlag.EXTERNAL_ID_TWICE, RosterColumn.EXTERNAL_ID.header));
            return;
        }
        accepted++;
        if (result.outcome() == RowResult.Outcome.WARNED) {
            warned++;
            find(result);
        }
        tools.ifPresent(with -> seal(row, with));
    }

    int size() {
        return size;
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

    long merged() {
        return merged;
    }

    String rowsJson() {
        return array(EventJson.write(new Rows(rows)));
    }

    String aliasesJson() {
        return array(EventJson.write(new Aliases(aliases)));
    }

    String findingsJson() {
        return array(EventJson.write(new Findings(findings)));
    }

    private void refuse(RowResult result) {
        refused++;
        find(result);
    }

    private void find(RowResult result) {
        findings.add(new Finding(
                result.number(),
                result.outcome().name(),
                result.flags().stream().map(Enum::name).collect(Collectors.joining(" ")),
                result.column()));
    }

    private void seal(RosterRow row, Tools tools) {
        byte[] index = tools.index().of("person.external-id/" + tools.incidentId(), row.externalId());
        UUID id = id(index);
        String x = base64(index);
        String same = same(row.person())
                .map(text -> base64(tools.index().of("person.same/" + tools.incidentId(), text)))
                .orElse("");
        if (!same.isEmpty() && !seen.add(same)) {
            merge(row.number(), new Alias(x, same));
            return;
        }
        WayOfNotice.Decision way = tools.ways().decide(row.person(), tools.today());
        rows.add(new Row(
                id,
                row.number(),
                x,
                same,
                base64(tools.index().of("person.address/" + tools.incidentId(), letterAddress(row.person(), tools))),
                base64(PersonDetails.of(row).seal(tools.cipher(), id)),
                row.person().residence(),
                row.language(),
                way.method().name(),
                way.reason().name(),
                Ways.state(way)));
    }

    private static String letterAddress(Individual person, Tools tools) {
        PostalAddress address = tools.ways().letterTo(person, tools.today()).address();
        return String.join("|", address.street(), address.street2(), address.city(), address.state(), address.zip())
                .toLowerCase(Locale.ROOT);
    }

    private void merge(long number, Alias alias) {
        aliases.add(alias);
        merged++;
        findings.removeIf(found -> found.n() == number);
        findings.add(new Finding(number, "MERGED", "SAME_NAME_BIRTH_DATE_ADDRESS", ""));
    }

    /**
     * What must be equal for two rows to be one person. Less is too little: a father and a son of one name live in one house,
     * and whoever is taken for another is told nothing.
     */
    private static Optional<String> same(Individual person) {
        return person.bornOn()
                .filter(day -> !person.address().street().isBlank())
                .map(day -> String.join(
                                "|",
                                person.givenName(),
                                person.familyName(),
                                day.toString(),
                                person.address().street(),
                                person.address().street2(),
                                person.address().zip())
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("\\s+", " "));
    }

    /** The same person of the same breach keeps one id through all files (UUID version 8 from the keyed index). */
    private static UUID id(byte[] external) {
        ByteBuffer bytes = ByteBuffer.wrap(external);
        long high = bytes.getLong() & ~0xf000L | 0x8000L;
        long low = bytes.getLong() >>> 2 | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** {@code {"rows":[…]}} without its frame. */
    private static String array(String json) {
        return json.substring(json.indexOf('['), json.lastIndexOf(']') + 1);
    }
}
