package org.candor.notification.roster;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.candor.events.NoticeEvent.CountsOffered;
import org.candor.events.NoticeEvent.RosterImported;
import org.candor.events.Topic;
import org.candor.kit.access.AccessLog;
import org.candor.kit.crypto.BlindIndex;
import org.candor.kit.crypto.IncidentCipher;
import org.candor.kit.crypto.IncidentVault;
import org.candor.kit.data.Sql;
import org.candor.kit.data.Transactions;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.candor.kit.outbox.Outbox;
import org.candor.kit.time.Ids;
import org.candor.notification.NotificationProblem;
import org.candor.notification.Workers;
import org.candor.notification.campaign.CampaignDesk;
import org.candor.notification.campaign.CampaignRow;
import org.candor.notification.campaign.decision.Command;
import org.candor.notification.roster.decision.ZipPrefixes;

/**
 * Takes roster files. Reading and sealing happen on a worker between two transactions; the second stores everything or
 * nothing. The same file again answers with its first result.
 */
@ApplicationScoped
class Rosters {

    private static final String ADD_IMPORT = """
            insert into roster_import (id, incident_id, sha256, accepted, warned, refused, told_before, imported_at, imported_by)
            values (?1, ?2, ?3, ?4, ?5, ?6, 0, ?7, ?8)
            """;

    private static final String ADD_PEOPLE = """
            insert into person as p
                   (id, incident_id, import_id, row_number, external_index, sealed, residence, language, method, reason, state)
            select r.id, cast(?1 as uuid), cast(?2 as uuid), r.n, decode(r.x, 'base64'), decode(r.s, 'base64'),
                   r.residence, r.language, r.method, r.reason, r.state
              from json_to_recordset(cast(cast(?3 as text) as json)) as r
                   (id uuid, n bigint, x text, s text, residence text, language text, method text, reason text, state text)
            on conflict (incident_id, external_index) do update
               set import_id = excluded.import_id, row_number = excluded.row_number, sealed = excluded.sealed,
                   residence = excluded.residence, language = excluded.language, method = excluded.method,
                   reason = excluded.reason, state = excluded.state
             where p.state <> 'TOLD'
            """;

    private static final String ADD_FINDINGS = """
            insert into roster_finding (import_id, row_number, outcome, flags, column_name)
            select cast(?1 as uuid), r.n, r.outcome, r.flags, r.col
              from json_to_recordset(cast(cast(?2 as text) as json)) as r (n bigint, outcome text, flags text, col text)
            """;

    private static final String FIND =
            "select id, sha256, accepted, warned, refused, told_before, imported_at from roster_import";

    private static final int SHOWN = 100;

    private final CampaignDesk desk;
    private final RosterCounts counts;
    private final IncidentVault vault;
    private final BlindIndex index;
    private final Workers workers;
    private final Outbox outbox;
    private final AccessLog accessLog;
    private final Caller caller;
    private final Clock clock;
    private final Ids ids;
    private final ZipPrefixes zips = ZipPrefixFile.read();

    private record Ready(IncidentCipher cipher, LocalDate today) {}

    Rosters(
            CampaignDesk desk,
            RosterCounts counts,
            IncidentVault vault,
            BlindIndex index,
            Workers workers,
            Outbox outbox,
            AccessLog accessLog,
            Caller caller,
            Clock clock,
            Ids ids) {
        this.desk = desk;
        this.counts = counts;
        this.vault = vault;
        this.index = index;
        this.workers = workers;
        this.outbox = outbox;
        this.accessLog = accessLog;
        this.caller = caller;
        this.clock = clock;
        this.ids = ids;
    }

    Uni<RosterImportView> take(UUID incidentId, byte[] file) {
        String actor = caller.subject();
        return Transactions.run(() -> ready(incidentId))
                .chain(ready -> workers.run(
                        () -> SealedRoster.read(file, incidentId, ready.today(), zips, ready.cipher(), index)))
                .onFailure(UnreadableRoster.class)
                .transform(Rosters::problem)
                .chain(roster -> Transactions.run(() -> desk.toChange(incidentId)
                        .chain(campaign -> find("sha256 = ?2", incidentId, roster.sha256())
                                .chain(found -> found.isEmpty()
                                        ? store(campaign, roster, actor)
                                        : view(incidentId, found.getFirst())))));
    }

    Uni<List<RosterImportView>> all(UUID incidentId) {
        return Transactions.read(() -> desk.visible(incidentId)
                .chain(() -> find("accepted >= ?2", incidentId, 0L))
                .chain(rows -> Multi.createFrom()
                        .iterable(rows)
                        .onItem()
                        .transformToUniAndConcatenate(row -> view(incidentId, row))
                        .collect()
                        .asList()));
    }

    private Uni<Ready> ready(UUID incidentId) {
        return desk.toChange(incidentId)
                .invoke(campaign -> desk.check(campaign, new Command.AddPeople(1)))
                .chain(campaign -> index.ready()
                        .chain(() -> vault.open(incidentId))
                        .map(cipher -> new Ready(cipher, desk.today(campaign))));
    }

    private Uni<RosterImportView> store(CampaignRow campaign, SealedRoster roster, String actor) {
        UUID id = ids.next();
        UUID incidentId = campaign.incidentId();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return accessLog
                .read("import-roster", incidentId)
                .chain(() -> Sql.update(
                        ADD_IMPORT,
                        id,
                        incidentId,
                        roster.sha256(),
                        roster.accepted(),
                        roster.warned(),
                        roster.refused(),
                        now,
                        actor))
                .chain(() -> addPeople(incidentId, id, roster.chunks()))
                .chain(added -> Sql.update(
                        "update roster_import set told_before = ?2 where id = ?1", id, roster.accepted() - added))
                .chain(() -> Sql.update(ADD_FINDINGS, id, roster.findingsJson()))
                .chain(() -> counts.of(incidentId))
                .chain(counted -> desk.apply(campaign, new Command.AddPeople(counted.pending()), actor)
                        .chain(() -> publish(campaign, roster, counted, now, actor)))
                .chain(() -> find("id = ?2", incidentId, id))
                .chain(found -> view(incidentId, found.getFirst()));
    }

    private static Uni<Long> addPeople(UUID incidentId, UUID importId, List<String> chunks) {
        return Multi.createFrom()
                .iterable(chunks)
                .onItem()
                .transformToUniAndConcatenate(chunk -> Sql.update(ADD_PEOPLE, incidentId, importId, chunk))
                .collect()
                .with(java.util.stream.Collectors.summingLong(Integer::longValue));
    }

    private Uni<Void> publish(
            CampaignRow campaign, SealedRoster roster, RosterCounts.Counts counted, Instant now, String actor) {
        UUID incidentId = campaign.incidentId();
        String hash = HexFormat.of().formatHex(roster.sha256());
        return outbox.publishAll(
                Topic.NOTICE,
                List.of(
                        new RosterImported(incidentId, hash, roster.accepted(), roster.refused(), now),
                        new CountsOffered(
                                incidentId,
                                counted.total(),
                                counted.residents(),
                                counted.undeliverableLiving(),
                                counted.undeliverableNextOfKin(),
                                now)),
                campaign.origin(actor));
    }

    private static Uni<List<Object[]>> find(String condition, UUID incidentId, Object value) {
        return Sql.rows(
                Object[].class,
                FIND + " where incident_id = ?1 and " + condition + " order by imported_at desc",
                incidentId,
                value);
    }

    private Uni<RosterImportView> view(UUID incidentId, Object[] row) {
        return counts.of(incidentId)
                .chain(counted -> findings((UUID) row[0])
                        .map(findings -> new RosterImportView(
                                (UUID) row[0],
                                HexFormat.of().formatHex((byte[]) row[1]),
                                ((Number) row[2]).longValue(),
                                ((Number) row[3]).longValue(),
                                ((Number) row[4]).longValue(),
                                ((Number) row[5]).longValue(),
                                instant(row[6]),
                                counted,
                                findings)));
    }

    private static Uni<List<RosterImportView.Finding>> findings(UUID importId) {
        return Sql.rows(
                        Object[].class,
                        "select row_number, outcome, flags, column_name from roster_finding where import_id = ?1"
                                + " order by row_number limit " + SHOWN,
                        importId)
                .map(rows -> rows.stream()
                        .map(row -> new RosterImportView.Finding(
                                ((Number) row[0]).longValue(),
                                (String) row[1],
                                Arrays.asList(((String) row[2]).split(" ")),
                                (String) row[3]))
                        .toList());
    }

    private static Instant instant(Object value) {
        return value instanceof java.time.OffsetDateTime time ? time.toInstant() : (Instant) value;
    }

    private static Problem problem(UnreadableRoster unreadable) {
        return new Problem(NotificationProblem.ROSTER_UNREADABLE)
                .field(unreadable.reason().name(), unreadable.detail());
    }
}
