package org.candor.notification.lookup;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.candor.kit.crypto.BlindIndex;
import org.candor.kit.crypto.IncidentCipher;
import org.candor.kit.crypto.IncidentVault;
import org.candor.kit.data.Sql;
import org.candor.kit.data.Transactions;
import org.candor.kit.data.Workers;
import org.candor.kit.ops.Round;
import org.candor.kit.outbox.EventJson;
import org.candor.notification.roster.PersonDetails;
import org.jboss.logging.Logger;

/** Prepares the people of a breach for look-ups where somebody wants them, a thousand at a time, after each roster. */
@ApplicationScoped
public class LookUpIndex {

    private static final Logger LOG = Logger.getLogger(LookUpIndex.class);
    private static final String NOT_INDEXED = "names could not be indexed";
    private static final int AT_ONCE = 1000;

    /** Indexes that do not hold everybody of every finished import. */
    public static final String STALE = """
            (t.imports is null
             or t.imports <> (select count(i.imported_at) from roster_import i where i.incident_id = t.incident_id))
            """;

    /** One statement, so that it sees people and imports of one moment: an import that commits meanwhile is not counted. */
    private static final String COMPLETE = """
            update look_up_index t
               set imports = (select count(i.imported_at) from roster_import i where i.incident_id = t.incident_id)
             where t.incident_id = ?1
               and not exists (select 1 from person p
                                 left join person_look_up l on l.person_id = p.id and l.import_id = p.import_id
                                where p.incident_id = t.incident_id and l.person_id is null)
            """;

    private static final String WAITING = """
            select p.id, p.sealed, p.import_id
              from person p
              left join person_look_up l on l.person_id = p.id and l.import_id = p.import_id
             where p.incident_id = ?1 and l.person_id is null
             limit ?2
            """;

    /** A disposal takes this row away first, and waits for who holds it: afterwards nothing is put any more. */
    private static final String WANTED = "select 1 from look_up_index where incident_id = ?1 for share";

    private static final String PUT = """
            insert into person_look_up (person_id, incident_id, import_id, born_index, zip_index)
            select r.id, cast(?1 as uuid), r."importId", decode(nullif(r.born, ''), 'base64'), decode(nullif(r.zip, ''), 'base64')
              from json_to_recordset(cast(cast(?2 as text) as json)) as r (id uuid, "importId" uuid, born text, zip text)
            on conflict (person_id) do update
               set import_id = excluded.import_id, born_index = excluded.born_index, zip_index = excluded.zip_index
            """;

    /** Whose records were disposed of has no names any more. */
    private static final String WANT = """
            insert into look_up_index (incident_id)
            select cast(?1 as uuid) where not exists (select 1 from vault.disposed d where d.incident_id = ?1)
            on conflict do nothing
            """;

    /** Wished for in the moment of a disposal; nobody can read these names any more. */
    private static final String FORGET =
            "delete from look_up_index where incident_id in (select d.incident_id from vault.disposed d)";

    private record Batch(List<Object[]> rows, IncidentCipher cipher) {}

    private record Indexed(UUID id, UUID importId, String born, String zip) {}

    private final IncidentVault vault;
    private final BlindIndex index;
    private final Workers workers;

    LookUpIndex(IncidentVault vault, BlindIndex index, Workers workers) {
        this.vault = vault;
        this.index = index;
        this.workers = workers;
    }

    /** From now on the people of that breach can be looked up. Call inside a transaction. */
    public Uni<Integer> want(UUID incidentId) {
        return Sql.update(WANT, incidentId);
    }

    /** One breach whose names can't be read keeps no other waiting. */
    @Scheduled(every = "${candor.line.index}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> work() {
        return Round.of(
                Transactions.run(() -> Sql.update(FORGET)
                                .chain(() -> Sql.rows(
                                        UUID.class, "select t.incident_id from look_up_index t where " + STALE)))
                        .chain(incidents -> Multi.createFrom()
                                .iterable(incidents)
                                .onItem()
                                .transformToUniAndConcatenate(incident -> Round.of(all(incident), LOG, NOT_INDEXED))
                                .collect()
                                .last()),
                LOG,
                NOT_INDEXED);
    }

    private Uni<Integer> all(UUID incidentId) {
        return Transactions.run(() -> batch(incidentId))
                .chain(batch -> batch.rows().isEmpty()
                        ? Transactions.run(() -> Sql.update(COMPLETE, incidentId))
                        : index.ready()
                                .chain(() -> workers.run(() -> json(incidentId, batch)))
                                .chain(json -> Transactions.run(() -> put(incidentId, json)))
                                .chain(wanted -> wanted
                                        ? all(incidentId)
                                        : Uni.createFrom().item(0)));
    }

    /** False where nobody wants them any more. */
    private static Uni<Boolean> put(UUID incidentId, String json) {
        return Sql.rows(Integer.class, WANTED, incidentId)
                .chain(wanted -> wanted.isEmpty()
                        ? Uni.createFrom().item(false)
                        : Sql.update(PUT, incidentId, json).replaceWith(true));
    }

    private Uni<Batch> batch(UUID incidentId) {
        return vault.open(incidentId)
                .chain(cipher ->
                        Sql.rows(Object[].class, WAITING, incidentId, AT_ONCE).map(rows -> new Batch(rows, cipher)));
    }

    private String json(UUID incidentId, Batch batch) {
        LookUpKeys keys = new LookUpKeys(index, incidentId);
        return EventJson.write(batch.rows().stream()
                .map(row -> indexed(keys, (UUID) row[0], (byte[]) row[1], (UUID) row[2], batch.cipher()))
                .toList());
    }

    private static Indexed indexed(LookUpKeys keys, UUID id, byte[] sealed, UUID importId, IncidentCipher cipher) {
        PersonDetails person = PersonDetails.read(cipher, id, sealed);
        String given = person.givenName();
        String family = person.familyName();
        String zip = person.address() == null ? "" : person.address().zip();
        return new Indexed(
                id,
                importId,
                person.bornOn() == null ? "" : base64(keys.byBirth(given, family, person.bornOn())),
                zip.isBlank() ? "" : base64(keys.byZip(given, family, zip)));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
