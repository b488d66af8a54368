package org.candor.audit.safeguard;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.candor.audit.programme.Batch;
import org.candor.audit.programme.CodeCursor;
import org.candor.audit.programme.Draft;
import org.candor.audit.programme.Reader;
import org.candor.audit.retention.decision.RetentionRule;
import org.candor.audit.safeguard.InspectionView.AnswerView;
import org.candor.audit.safeguard.decision.Inspection.Answer;
import org.candor.audit.safeguard.decision.Medium;
import org.candor.audit.safeguard.decision.Place;
import org.candor.kit.data.Sql;
import org.candor.kit.outbox.EventJson;

/** The tables of places and inspections. Call inside a session. */
@ApplicationScoped
class Locations {

    private static final String VISIBLE = """
             where (?1 = '*' or d.entity_id = any (string_to_array(?1, ',')))
               and (cast(?2 as boolean) or ?3 <> '' and d.department = ?3)
            """;

    /** In one order, so that two lists with the same places wait for each other instead of blocking each other. */
    private static final String ADD = """
            insert into programme.location (location_id, entity_id, code, place, department, media, risk, created_by, created_at, version)
            select n.id, ?2, n.code, n.kind, n.department, n.media, n.risk, ?3, ?4, 0
              from json_to_recordset(cast(cast(?1 as text) as json)) as n(place integer, id uuid, code text, kind text, department text,
                                                            media text[], risk text)
             order by n.code, n.place
            on conflict (entity_id, code) do nothing returning location_id
            """;

    private static final String INSPECTIONS = """
            select i.inspection_id, i.duty_id, i.edition, i.inspected_on, i.inspected_by, i.recorded_at,
                   (select cast(json_agg(json_build_object('item', a.item, 'answer', a.answer, 'findingId', a.finding_id)
                                         order by a.item) as text)
                      from programme.inspection_answer a where a.inspection_id = i.inspection_id)
              from programme.inspection i where i.location_id = ?1 order by i.recorded_at desc limit 100
            """;

    /** A place as it is asked for, with its risk. */
    record Rated(LocationRequest request, Place.Risk risk) {}

    private final RetentionRule rule;

    Locations(RetentionRule rule) {
        this.rule = rule;
    }

    private record Given(
            int place, UUID id, String code, String kind, String department, List<String> media, String risk) {

        static Given of(int place, Draft<Rated> draft) {
            LocationRequest request = draft.what().request();
            return new Given(
                    place,
                    draft.id(),
                    request.code(),
                    request.place().name(),
                    request.department(),
                    request.media().stream().map(Medium::name).sorted().toList(),
                    draft.what().risk().name());
        }
    }

    /** Answers which codes were free. */
    Uni<Set<UUID>> add(String entityId, List<Draft<Rated>> drafts, String by, Instant now) {
        return Batch.add(ADD, drafts, Given::of, entityId, by, now);
    }

    Uni<Optional<LocationView>> find(UUID id, Reader reader) {
        return Sql.rows(
                        Object[].class,
                        LocationView.COLUMNS + VISIBLE + " and d.location_id = ?4",
                        reader.entities(),
                        reader.all(),
                        reader.department(),
                        id)
                .map(rows -> rows.stream().findFirst().map(this::view));
    }

    Uni<Optional<LocationView>> ofCode(String entityId, String code) {
        return Sql.rows(
                        Object[].class,
                        LocationView.COLUMNS + " where d.entity_id = ?1 and d.code = ?2",
                        entityId,
                        code)
                .map(rows -> rows.stream().findFirst().map(this::view));
    }

    /** Nobody else changes it before this transaction ends. */
    Uni<Void> lock(UUID id) {
        return Sql.rows(UUID.class, "select location_id from programme.location where location_id = ?1 for update", id)
                .replaceWithVoid();
    }

    /** Up to {@code limit + 1} in the order of entity and code; empty texts for all. */
    Uni<List<LocationView>> page(Reader reader, String department, String risk, CodeCursor after, int limit) {
        return Sql.rows(
                        Object[].class,
                        LocationView.COLUMNS + VISIBLE + """
                                 and (?4 = '' or d.department = ?4) and (?5 = '' or d.risk = ?5)
                                 and (d.entity_id, d.code) > (?6, ?7)
                                 order by d.entity_id, d.code limit ?8
                                """,
                        reader.entities(),
                        reader.all(),
                        reader.department(),
                        department,
                        risk,
                        after.entityId(),
                        after.code(),
                        limit + 1)
                .map(rows -> rows.stream().map(this::view).toList());
    }

    Uni<Void> close(UUID id, LocalDate day) {
        return Sql.update(
                        "update programme.location set closed_on = ?2, version = version + 1 where location_id = ?1",
                        id,
                        day)
                .replaceWithVoid();
    }

    Uni<Void> inspected(UUID id, UUID locationId, UUID dutyId, String edition, LocalDate day, String by, Instant now) {
        return Sql.update(
                        "insert into programme.inspection (inspection_id, location_id, duty_id, edition, inspected_on,"
                                + " inspected_by, recorded_at) values (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                        id,
                        locationId,
                        dutyId,
                        edition,
                        day,
                        by,
                        now)
                .replaceWithVoid();
    }

    Uni<Void> answered(UUID inspectionId, String item, Answer answer, Optional<UUID> findingId) {
        return Sql.update(
                        "insert into programme.inspection_answer (inspection_id, item, answer, finding_id)"
                                + " values (?1, ?2, ?3, cast(nullif(?4, '') as uuid))",
                        inspectionId,
                        item,
                        answer.name(),
                        findingId.map(UUID::toString).orElse(""))
                .replaceWithVoid();
    }

    /** The last hundred of a place, the newest first. */
    Uni<List<InspectionView>> inspections(UUID locationId) {
        return Sql.rows(Object[].class, INSPECTIONS, locationId)
                .map(rows -> rows.stream().map(Locations::inspection).toList());
    }

    private static InspectionView inspection(Object[] row) {
        return new InspectionView(
                (UUID) row[0],
                (UUID) row[1],
                (String) row[2],
                (LocalDate) row[3],
                (String) row[4],
                Sql.instant(row[5]),
                Arrays.asList(EventJson.read((String) row[6], AnswerView[].class)));
    }

    private LocationView view(Object[] row) {
        return LocationView.of(row, rule);
    }
}
