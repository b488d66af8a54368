package org.candor.notification.roster;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.candor.kit.crypto.BlindIndex;
import org.candor.kit.crypto.IncidentCipher;
import org.candor.notification.roster.decision.Individual;
import org.candor.notification.roster.decision.PostalAddress;
import org.candor.notification.roster.decision.WayOfNotice;

/** Some hundred rows read, decided and sealed, which are stored together. CPU work for a worker thread. */
final class RosterChunk {

    /** How a row turns out that brings no new person. */
    enum Known {
        /** Another id of somebody who is known. */
        MERGED,
        /** The id stood in this file before. */
        TWICE,
        /** The person was told, or his letter is under way. */
        TOLD
    }

    /** With what people are sealed and decided. */
    record Tools(UUID incidentId, java.time.LocalDate today, Ways ways, IncidentCipher cipher, BlindIndex index) {}

    /**
     * A row as the insert statement takes it.
     *
     * @param external index of the id under which the person was imported
     * @param same index of what two rows of one person have in common; zeros without a day of birth or a street
     * @param address index of the address to which a letter would go
     */
    record Row(
            UUID id,
            long number,
            byte[] external,
            byte[] same,
            byte[] address,
            byte[] sealed,
            String residence,
            String language,
            String method,
            String reason,
            String state) {}

    /** Another id of a person who stands in this chunk, known by what they have in common. */
    record Alias(byte[] external, byte[] same) {}

    record Finding(long n, String outcome, String flags, String col) {}

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final byte[] NOTHING_IN_COMMON = new byte[32];

    private final List<Row> rows = new ArrayList<>();
    private final List<Alias> aliases = new ArrayList<>();
    private final Map<Long, Finding> findings = new LinkedHashMap<>();
    private final Set<String> external = new HashSet<>();
    private final Set<ByteBuffer> seen = new HashSet<>();
    private int size;
    private long accepted;
    private long warned;
    private long refused;
    private long merged;
    private long toldBefore;

    /** @param tools absent when the file is only tried */
    void add(RowResult result, Optional<Tools> tools) {
        size++;
        if (result.row().isEmpty()) {
            refuse(result);
            return;
        }
        RosterRow row = result.row().get();
        if (!external.add(BlindIndex.plain(row.externalId()))) {
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

    long toldBefore() {
        return toldBefore;
    }

    List<Row> rows() {
        return rows;
    }

    List<Alias> aliases() {
        return aliases;
    }

    List<Finding> findings() {
        return List.copyOf(findings.values());
    }

    /** Looked at beside the people who are there already, the row brought no new one. */
    void turnedOut(long number, Known known) {
        switch (known) {
            case MERGED -> merged(number);
            case TOLD -> toldBefore++;
            case TWICE -> {
                accepted--;
                refuse(RowResult.refused(number, RowFlag.EXTERNAL_ID_TWICE, RosterColumn.EXTERNAL_ID.header));
            }
        }
    }

    private void refuse(RowResult result) {
        refused++;
        find(result);
    }

    private void find(RowResult result) {
        findings.put(
                result.number(),
                new Finding(
                        result.number(),
                        result.outcome().name(),
                        result.flags().stream().map(Enum::name).collect(Collectors.joining(" ")),
                        result.column()));
    }

    private void seal(RosterRow row, Tools tools) {
        byte[] external = tools.index().of("person.external-id/" + tools.incidentId(), row.externalId());
        Optional<byte[]> same =
                same(row.person()).map(text -> tools.index().of("person.same/" + tools.incidentId(), text));
        if (same.isPresent() && !seen.add(ByteBuffer.wrap(same.get()))) {
            aliases.add(new Alias(external, same.get()));
            merged(row.number());
            return;
        }
        UUID id = id(external);
        WayOfNotice.Decision way = tools.ways().decide(row.person(), tools.today());
        rows.add(new Row(
                id,
                row.number(),
                external,
                same.orElse(NOTHING_IN_COMMON),
                tools.index().of("person.address/" + tools.incidentId(), letterAddress(row.person(), tools)),
                PersonDetails.of(row).seal(tools.cipher(), id),
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

    private void merged(long number) {
        merged++;
        findings.put(number, new Finding(number, "MERGED", "SAME_NAME_BIRTH_DATE_ADDRESS", ""));
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
                        .toLowerCase(Locale.ROOT))
                .map(text -> SPACES.matcher(text).replaceAll(" "));
    }

    /** The same person of the same breach keeps one id through all files (UUID version 8 from the keyed index). */
    private static UUID id(byte[] external) {
        ByteBuffer bytes = ByteBuffer.wrap(external);
        long high = bytes.getLong() & ~0xf000L | 0x8000L;
        long low = bytes.getLong() >>> 2 | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
