package org.candor.investigation.cyber;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.candor.investigation.cyber.decision.Agency;
import org.candor.investigation.cyber.decision.CyberMatters;
import org.candor.investigation.cyber.decision.ReportingOrder;
import org.candor.investigation.timeline.Deadlines;
import org.candor.kit.data.Sql;
import org.candor.kit.errors.Problem;
import org.candor.kit.web.EntityTags;

/** The rows of policy II. Call inside a session. */
@ApplicationScoped
class CyberFiles {

    private static final String CASE =
            "select coalesce(cyber_related, false), drill from case_file where incident_id = ?1";

    private static final String TOLD =
            "select discovered_on, stated_on, held_until, ended_on from notice_clock where incident_id = ?1";

    private static final Told NOTHING_TOLD = new Told(Optional.empty(), Optional.empty());

    /** When the breach was discovered, and what holds its notices. */
    record Told(Optional<LocalDate> discoveredOn, Optional<Hold> hold) {}

    /** @param endedOn empty while it goes on, or was never taken back before its day */
    record Hold(LocalDate statedOn, LocalDate heldUntil, Optional<LocalDate> endedOn) {}

    /** Everything of one case. */
    record Rows(
            CyberFileRow file,
            List<OrderRow> order,
            List<AnswerRow> answers,
            List<DraftRow> drafts,
            List<RemovalRow> removals) {
        Set<ReportingOrder.Part> stated() {
            return order.stream().map(row -> row.part).collect(Collectors.toSet());
        }

        /** Newest answer to each question. */
        Map<Agency.Kind, AnswerRow> newest() {
            Map<Agency.Kind, AnswerRow> newest = new LinkedHashMap<>();
            answers.forEach(row -> newest.put(row.kind, row));
            return newest;
        }

        DraftRow draft(UUID id) {
            return drafts.stream().filter(row -> row.id.equals(id)).findFirst().orElseThrow(Problem::notFound);
        }

        List<String> open(boolean cyberRelated, boolean drill) {
            Map<Agency.Kind, Boolean> answered = new LinkedHashMap<>();
            newest().forEach((kind, row) -> answered.put(kind, row.answer));
            return CyberMatters.open(
                    cyberRelated, answered, drafts.stream().map(DraftRow::draft).toList(), drill);
        }
    }

    Uni<Rows> read(UUID incidentId) {
        return Panache.getSession()
                .chain(session -> session.find(CyberFileRow.class, incidentId))
                .chain(found -> found == null
                        ? Uni.createFrom()
                                .item(new Rows(new CyberFileRow(), List.of(), List.of(), List.of(), List.of()))
                        : parts(found));
    }

    /** The rows to be changed on that version; makes the root where there is none. */
    Uni<Rows> change(UUID incidentId, String ifMatch) {
        return Panache.getSession()
                .chain(session -> session.find(CyberFileRow.class, incidentId)
                        .invoke(found -> EntityTags.check(ifMatch, found == null ? 0 : found.changes))
                        .chain(found -> found == null
                                ? persisted(incidentId)
                                : Uni.createFrom().item(found))
                        .invoke(root -> root.changes++)
                        .chain(CyberFiles::parts));
    }

    Uni<Void> add(Object row) {
        return Panache.getSession().chain(session -> session.persist(row));
    }

    Uni<Void> flush() {
        return Panache.getSession().chain(session -> session.flush());
    }

    /** What breach-service has told of the notices: the discovery day, and a hold; each empty while it has told none. */
    Uni<Told> told(UUID incidentId) {
        return Sql.rows(Object[].class, TOLD, incidentId)
                .map(rows -> rows.stream().findFirst().map(CyberFiles::told).orElse(NOTHING_TOLD));
    }

    Uni<List<String>> open(UUID incidentId) {
        return Sql.rows(Object[].class, CASE, incidentId)
                .chain(rows -> rows.isEmpty()
                        ? Uni.createFrom().item(List.of())
                        : read(incidentId)
                                .map(all -> all.open((Boolean) rows.getFirst()[0], (Boolean) rows.getFirst()[1])));
    }

    private static Told told(Object[] row) {
        return new Told(
                day(row[0]), day(row[2]).map(until -> new Hold(day(row[1]).orElseThrow(), until, day(row[3]))));
    }

    private static Optional<LocalDate> day(Object value) {
        return Optional.ofNullable(value).map(Deadlines::day);
    }

    private static Uni<CyberFileRow> persisted(UUID incidentId) {
        CyberFileRow row = new CyberFileRow();
        row.incidentId = incidentId;
        return Panache.getSession().chain(session -> session.persist(row)).replaceWith(row);
    }

    private static Uni<Rows> parts(CyberFileRow root) {
        return rows(OrderRow.class, "from OrderRow r where r.incidentId = ?1 order by r.statedAt", root)
                .chain(order -> rows(
                                AnswerRow.class,
                                "from AnswerRow r where r.incidentId = ?1 order by r.decidedAt, r.id",
                                root)
                        .chain(answers -> rows(
                                        DraftRow.class,
                                        "from DraftRow r where r.incidentId = ?1 order by r.writtenAt, r.id",
                                        root)
                                .chain(drafts -> rows(
                                                RemovalRow.class,
                                                "from RemovalRow r where r.incidentId = ?1 order by r.removedAt, r.id",
                                                root)
                                        .map(removals -> new Rows(root, order, answers, drafts, removals)))));
    }

    private static <R> Uni<List<R>> rows(Class<R> type, String query, CyberFileRow root) {
        return Panache.getSession()
                .chain(session -> session.createQuery(query, type)
                        .setParameter(1, root.incidentId)
                        .getResultList());
    }
}
