package org.candor.audit.safeguard;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.audit.programme.Reader;
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

    private static final String ADD = """
            insert into programme.location (location_id, entity_id, code, place, department, media, risk, created_by, created_at, version)
            values (?1, ?2, ?3, ?4, ?5, cast(?6 as text[]), ?7, ?8, ?9, 0) on conflict (entity_id, code) do nothing
            """;

    private static final String INSPECTIONS = """
            select i.inspection_id, i.duty_id, i.edition, i.inspected_on, i.inspected_by, i.recorded_at,
                   (select cast(json_agg(json_build_object('item', a.item, 'answer', a.answer, 'findingId', a.finding_id)
                                         order by a.item) as text)
                      from programme.inspection_answer a where a.inspection_id = i.inspection_id)
              from programme.inspection i where i.location_id = ?1 order by i.recorded_at desc limit 100
            """;

    /** Answers whether the code was free. */
    Uni<Boolean> add(UUID id, LocationRequest request, Place.Risk risk, String by, Instant now) {
        return Sql.update(
                        ADD,
                        id,
                        request.entityId(),
                        request.code(),
                        request.place().name(),
                        request.department(),
                        request.media().stream().map(Medium::name).sorted().toArray(String[]::new),
                        risk.name(),
                        by,
                        now)
                .map(added -> added == 1);
    }

    Uni<Optional<LocationView>> find(UUID id, Reader reader) {
        return Sql.rows(
                        Object[].class,
                        LocationView.COLUMNS + VISIBLE + " and d.location_id = ?4",
                        reader.entities(),
                        reader.all(),
                        reader.department(),
                        id)
                .map(rows -> rows.stream().findFirst().map(LocationView::of));
    }

    Uni<Optional<LocationView>> ofCode(String entityId, String code) {
        return Sql.rows(
                        Object[].class,
                        LocationView.COLUMNS + " where d.entity_id = ?1 and d.code = ?2",
                        entityId,
                        code)
                .map(rows -> rows.stream().findFirst().map(LocationView::of));
    }

    /** Nobody else changes it before this transaction ends. */
    Uni<Void> lock(UUID id) {
        return Sql.rows(UUID.class, "select location_id from programme.location where location_id = ?1 for update", id)
                .replaceWithVoid();
    }

    /** Up to {@code limit + 1} in the order of entity and code; empty texts for all. */
    Uni<List<LocationView>> page(Reader reader, String department, String risk, String after, int limit) {
        return Sql.rows(
                        Object[].class,
                        LocationView.COLUMNS + VISIBLE + """
                                 and (?4 = '' or d.department = ?4) and (?5 = '' or d.risk = ?5)
                                 and d.entity_id || ' ' || d.code > ?6
                                 order by d.entity_id || ' ' || d.code limit ?7
                                """,
                        reader.entities(),
                        reader.all(),
                        reader.department(),
                        department,
                        risk,
                        after,
                        limit + 1)
                .map(rows -> rows.stream().map(LocationView::of).toList());
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
}
