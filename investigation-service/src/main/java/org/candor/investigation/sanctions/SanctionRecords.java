package org.candor.investigation.sanctions;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.candor.investigation.cases.CaseSide;
import org.candor.investigation.sanctions.decision.Conduct;
import org.candor.investigation.sanctions.decision.Consistency;
import org.candor.investigation.sanctions.decision.Measure;
import org.candor.investigation.sanctions.decision.Relation;
import org.candor.kit.data.Sql;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;

/** The rows of sanction records. Call inside a session. */
@ApplicationScoped
class SanctionRecords implements CaseSide {

    /** What keeps the case open, as everybody is told it who is no reader of the record. */
    private static final String RESTRICTED = "restricted-matter";

    /**
     * Exercises are no precedent, nor is that a protected act went without a sanction; and what the caller may not see he is
     * not told in sums either.
     */
    private static final String EARLIER = """
            select distinct p.ruling from sanction_person p join case_file c using (incident_id)
             where p.ruling is not null and not c.drill and not (p.whistle_blower or p.crime_victim or p.complaint)
               and p.conduct = ?1 and p.intent = ?2 and p.relation = ?3 and p.incident_id <> ?4
               and incident_visible(p.incident_id, ?5, ?6)
            """;

    /** As {@link #EARLIER}, each with how many sanctions of the same person were decided before, -1 where that is not known. */
    private static final String DECIDED = """
            select p.relation, p.conduct, p.intent, p.ruling,
                   case when p.account_index is null then -1
                        else (select count(*) from sanction_person e join case_file f on f.incident_id = e.incident_id
                               where e.account_index = p.account_index and e.ruled_at < p.ruled_at
                                 and e.ruling <> 'NO_SANCTION' and not f.drill and incident_visible(e.incident_id, ?1, ?2))
                   end,
                   exists (select 1 from sanction_note n where n.person_id = p.id and n.kind = 'DIFFERS_BECAUSE'),
                   coalesce(encode(p.account_index, 'hex'), cast(p.id as text))
              from sanction_person p join case_file c on c.incident_id = p.incident_id
             where p.ruling is not null and not c.drill and not (p.whistle_blower or p.crime_victim or p.complaint)
               and incident_visible(p.incident_id, ?1, ?2)
            """;

    private final Caller caller;

    SanctionRecords(Caller caller) {
        this.caller = caller;
    }

    /** A record with everything in it. */
    record Rows(RecordRow record, List<PersonRow> persons, List<NoteRow> notes) {
        PersonRow person(UUID id) {
            return persons.stream().filter(row -> row.id.equals(id)).findFirst().orElseThrow(Problem::notFound);
        }
    }

    Uni<Optional<RecordRow>> find(UUID incidentId) {
        return Panache.getSession()
                .chain(session -> session.find(RecordRow.class, incidentId))
                .map(Optional::ofNullable);
    }

    /** For everybody who is not its reader there is no record. */
    Uni<Rows> readable(UUID incidentId) {
        return find(incidentId)
                .map(found -> found.filter(this::isReader).orElseThrow(Problem::notFound))
                .chain(SanctionRecords::parts);
    }

    boolean isReader(RecordRow record) {
        return List.of(record.readers).contains(caller.subject());
    }

    Uni<Void> add(Object row) {
        return Panache.getSession().chain(session -> session.persist(row));
    }

    Uni<Void> flush() {
        return Panache.getSession().chain(session -> session.flush());
    }

    /** The measures of earlier rulings about others like him, for the same conduct and intent. */
    Uni<Set<Measure>> earlier(PersonRow person) {
        return Sql.rows(
                        String.class,
                        EARLIER,
                        person.conduct.name(),
                        person.intent.name(),
                        person.relation.name(),
                        person.incidentId,
                        caller.subject(),
                        caller.entitiesFilter())
                .map(rows -> rows.stream().map(Measure::valueOf).collect(Collectors.toSet()));
    }

    /** Every ruling that is compared, in no order. */
    Uni<List<Consistency.Decided>> decided() {
        return Sql.rows(Object[].class, DECIDED, caller.subject(), caller.entitiesFilter())
                .map(rows -> rows.stream().map(SanctionRecords::decided).toList());
    }

    /**
     * Whether anybody is to be sanctioned is decided before a case is closed (policy I.G.3). Who does not read the record is
     * told that a matter with restricted readers is open, and not which.
     */
    @Override
    public Uni<List<String>> openMatters(UUID incidentId) {
        return find(incidentId)
                .map(found -> found.filter(record -> record.concludedAt == null)
                        .map(open -> List.of(isReader(open) ? "sanctions" : RESTRICTED))
                        .orElse(List.of()));
    }

    private static Consistency.Decided decided(Object[] row) {
        return new Consistency.Decided(
                (String) row[6],
                Relation.valueOf((String) row[0]),
                Conduct.valueOf((String) row[1]),
                Conduct.Intent.valueOf((String) row[2]),
                Consistency.Earlier.of(((Number) row[4]).longValue()),
                Measure.valueOf((String) row[3]),
                (Boolean) row[5]);
    }

    private static Uni<Rows> parts(RecordRow record) {
        return rows(PersonRow.class, "from PersonRow p where p.incidentId = ?1 order by p.namedAt, p.id", record)
                .chain(persons -> rows(
                                NoteRow.class, "from NoteRow n where n.incidentId = ?1 order by n.position", record)
                        .map(notes -> new Rows(record, persons, notes)));
    }

    private static <R> Uni<List<R>> rows(Class<R> type, String query, RecordRow record) {
        return Panache.getSession()
                .chain(session -> session.createQuery(query, type)
                        .setParameter(1, record.incidentId)
                        .getResultList());
    }
}
