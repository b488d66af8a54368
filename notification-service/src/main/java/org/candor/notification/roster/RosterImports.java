package org.candor.notification.roster;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.kit.crypto.IncidentCipher;
import org.candor.kit.data.Sql;
import org.candor.kit.errors.Problem;
import org.candor.kit.outbox.EventJson;
import org.candor.kit.time.Ids;

/** Imports and the sealed parts of their files as rows. Call inside a transaction. */
@ApplicationScoped
class RosterImports {

    /** Longer than a chunk takes, so that nobody takes over what is being worked on. */
    static final Duration LEASE = Duration.ofSeconds(30);

    /** Largest part; one value of this size is sealed and stored at a time. */
    static final int PART = 8 * 1024 * 1024;

    private static final String PLACE = "roster_part.sealed";

    /** Two files of one breach side by side would not see that a person stands in both. */
    private static final String ONE_AT_A_TIME = "select 1 from roster_import other"
            + " where other.incident_id = roster_import.incident_id and other.id <> roster_import.id"
            + " and other.state = 'IMPORTING' and other.lease_until > ?1";

    private static final String CLEAN = """
            update roster_import set rows_done = 0, accepted = 0, warned = 0, refused = 0, merged = 0, told_before = 0,
                   refusal = '', detail = '' where id = ?1
            """;

    private final Clock clock;
    private final Ids ids;

    RosterImports(Clock clock, Ids ids) {
        this.clock = clock;
        this.ids = ids;
    }

    Uni<UUID> create(UUID incidentId, RosterFormat format, Optional<String> announced, String actor) {
        UUID id = ids.next();
        return Sql.update(
                        "insert into roster_import (id, incident_id, sha256, accepted, warned, refused, told_before,"
                                + " imported_by, state, format, created_at)"
                                + " values (?1, ?2, decode(nullif(?3, ''), 'hex'), 0, 0, 0, 0, ?4, 'RECEIVING', ?5, ?6)",
                        id,
                        incidentId,
                        announced.orElse(""),
                        actor,
                        EventJson.write(format),
                        clock.instant())
                .replaceWith(id);
    }

    Uni<RosterImportRow> get(UUID incidentId, UUID importId) {
        return find(" where id = ?1 and incident_id = ?2", importId, incidentId)
                .map(rows -> rows.stream().findFirst().orElseThrow(Problem::notFound));
    }

    Uni<RosterImportRow> locked(UUID incidentId, UUID importId) {
        return find(" where id = ?1 and incident_id = ?2 for update", importId, incidentId)
                .map(rows -> rows.stream().findFirst().orElseThrow(Problem::notFound));
    }

    Uni<List<RosterImportRow>> all(UUID incidentId) {
        return find(" where incident_id = ?1 order by created_at desc, id desc", incidentId);
    }

    Uni<Optional<RosterImportRow>> imported(UUID incidentId, byte[] sha256) {
        return find(
                        " where incident_id = ?1 and sha256 = ?2 and state = 'IMPORTED' order by imported_at limit 1",
                        incidentId,
                        sha256)
                .map(rows -> rows.stream().findFirst());
    }

    /** Work that nobody does, leased to the caller. */
    Uni<Optional<RosterImportRow>> claim() {
        return find(
                        " where state in ('CHECKING', 'IMPORTING') and lease_until <= ?1 and not exists ("
                                + ONE_AT_A_TIME + ") order by lease_until limit 1 for update skip locked",
                        clock.instant())
                .map(rows -> rows.stream().findFirst())
                .call(found -> found.map(one -> lease(one.id()))
                        .orElseGet(() -> Uni.createFrom().item(0)));
    }

    Instant lease() {
        return clock.instant().plus(LEASE);
    }

    Uni<Integer> lease(UUID importId) {
        return Sql.update("update roster_import set lease_until = ?2 where id = ?1", importId, lease());
    }

    /** From the first row on, in that state; a caller who works on it himself holds the lease. */
    Uni<Integer> begin(UUID importId, String state, boolean atOnce, Instant lease) {
        return Sql.update(CLEAN, importId)
                .chain(() -> Sql.update("delete from roster_finding where import_id = ?1", importId))
                .chain(() -> Sql.update(
                        "update roster_import set state = ?2, at_once = ?3, lease_until = ?4 where id = ?1",
                        importId,
                        state,
                        atOnce,
                        lease));
    }

    /** What was found under an earlier description, the hash included, counts no longer. */
    Uni<Integer> describe(UUID importId, RosterFormat format, Optional<String> announced) {
        return Sql.update(
                "update roster_import set state = 'RECEIVING', format = ?2, sha256 = decode(nullif(?3, ''), 'hex')"
                        + " where id = ?1",
                importId,
                EventJson.write(format),
                announced.orElse(""));
    }

    Uni<Integer> checked(UUID importId, byte[] sha256) {
        return Sql.update("update roster_import set state = 'CHECKED', sha256 = ?2 where id = ?1", importId, sha256);
    }

    Uni<Integer> refuse(UUID importId, UnreadableRoster why) {
        return Sql.update(
                "update roster_import set state = 'REFUSED', refusal = ?2, detail = ?3 where id = ?1",
                importId,
                why.reason().name(),
                why.detail());
    }

    /** Everything is in; the file itself is no longer needed. */
    Uni<Integer> imported(UUID importId, Instant now) {
        return Sql.update("update roster_import set state = 'IMPORTED', imported_at = ?2 where id = ?1", importId, now)
                .chain(() -> Sql.update("delete from roster_part where import_id = ?1", importId));
    }

    Uni<Integer> remove(UUID importId) {
        return Sql.update("delete from roster_finding where import_id = ?1", importId)
                .chain(() -> Sql.update("delete from roster_import where id = ?1", importId));
    }

    Uni<Integer> putPart(UUID importId, int number, byte[] bytes, IncidentCipher cipher) {
        return Sql.update(
                "insert into roster_part (import_id, number, sealed) values (?1, ?2, ?3)"
                        + " on conflict (import_id, number) do update set sealed = excluded.sealed",
                importId,
                number,
                cipher.seal(PLACE, importId, bytes));
    }

    /** A whole file that is at hand. */
    Uni<Void> putAll(UUID importId, byte[] file, IncidentCipher cipher) {
        List<byte[]> parts = new ArrayList<>();
        for (int from = 0; from == 0 || from < file.length; from += PART) {
            parts.add(Arrays.copyOfRange(file, from, Math.min(file.length, from + PART)));
        }
        return Multi.createFrom()
                .range(0, parts.size())
                .onItem()
                .transformToUniAndConcatenate(i -> putPart(importId, i + 1, parts.get(i), cipher))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** Empty after the last part. */
    Uni<Optional<byte[]>> part(UUID importId, int number, IncidentCipher cipher) {
        return Sql.rows(
                        Object[].class,
                        "select number, sealed from roster_part where import_id = ?1 and number = ?2",
                        importId,
                        number)
                .map(rows -> rows.stream().findFirst().map(row -> cipher.readBytes(PLACE, importId, (byte[]) row[1])));
    }

    /** True when the parts are numbered from 1 on without a gap. */
    Uni<Boolean> complete(UUID importId) {
        return Sql.rows(
                        Boolean.class,
                        "select count(*) > 0 and count(*) = max(number) from roster_part where import_id = ?1",
                        importId)
                .map(rows -> rows.getFirst());
    }

    static String hex(byte[] sha256) {
        return HexFormat.of().formatHex(sha256);
    }

    private static Uni<List<RosterImportRow>> find(String condition, Object... parameters) {
        return Sql.rows(Object[].class, RosterImportRow.SELECT + condition, parameters)
                .map(rows -> rows.stream().map(RosterImportRow::of).toList());
    }
}
