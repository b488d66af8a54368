package org.candor.audit.commitment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.candor.audit.programme.Batch;
import org.candor.audit.programme.CodeCursor;
import org.candor.audit.programme.Draft;
import org.candor.audit.programme.Reader;
import org.candor.audit.retention.decision.RetentionRule;
import org.candor.kit.data.Sql;

/** The table of people who commit themselves. Call inside a session. */
@ApplicationScoped
class Members {

    /** The newest wording that asks again, or the first, is the least that a signature must be of. */
    private static final String VIEW = """
            select d.member_id, d.entity_id, d.person, d.standing, d.department, d.joined_on, d.left_on, s.number, s.signed_on,
                   d.left_on is null and t.wanted is not null and coalesce(s.number, 0) < t.wanted as missing, r.reminded_at,
                   d.version,
                   (select e.counted_from from programme.record_end e where e.register = 'MEMBER' and e.record_id = d.member_id)
              from programme.member d
              left join lateral (select max(x.number) as wanted from programme.commitment_text x
                                  where x.entity_id = d.entity_id and (x.asks_again or x.number = 1)) t on true
              left join lateral (select c.number, c.signed_on from programme.commitment c where c.member_id = d.member_id
                                  order by c.number desc limit 1) s on true
              left join lateral (select max(m.reminded_at) as reminded_at from programme.commitment_reminder m
                                  where m.member_id = d.member_id) r on true
            """;

    private static final String VISIBLE = " where " + Reader.FINDS;

    private static final String MISSING = """
             where d.entity_id = ?1 and d.left_on is null and t.wanted is not null and coalesce(s.number, 0) < t.wanted
             order by d.person
            """;

    private static final String OF_THESE =
            " where d.member_id = any (cast(cast(?1 as text[]) as uuid[])) order by d.person";

    /** In one order, so that two lists with the same people wait for each other instead of blocking each other. */
    private static final String ADD = """
            insert into programme.member (member_id, entity_id, person, standing, department, joined_on, created_by, created_at, version)
            select n.id, ?2, n.person, n.standing, n.department, n.joined, ?3, ?4, 0
              from json_to_recordset(cast(cast(?1 as text) as json)) as n(place integer, id uuid, person text, standing text, department text,
                                                            joined date)
             order by n.person, n.place
            on conflict (entity_id, person) do nothing returning member_id
            """;

    private final RetentionRule rule;

    Members(RetentionRule rule) {
        this.rule = rule;
    }

    private record Given(int place, UUID id, String person, String standing, String department, LocalDate joined) {

        static Given of(int place, Draft<MemberRequest> draft) {
            MemberRequest request = draft.what();
            return new Given(
                    place,
                    draft.id(),
                    request.person(),
                    request.standing().name(),
                    Optional.ofNullable(request.department()).orElse(""),
                    request.joinedOn());
        }
    }

    /** Answers who was not there before. */
    Uni<Set<UUID>> add(String entityId, List<Draft<MemberRequest>> drafts, String by, Instant now) {
        return Batch.add(ADD, drafts, Given::of, entityId, by, now);
    }

    Uni<List<MemberView>> ofIds(Set<UUID> ids) {
        return Sql.rows(Object[].class, VIEW + OF_THESE, (Object)
                        ids.stream().map(UUID::toString).toArray(String[]::new))
                .map(rows -> rows.stream().map(this::view).toList());
    }

    Uni<Optional<MemberView>> find(UUID id, Reader reader) {
        return reader.rows(VIEW + VISIBLE + " and d.member_id = ?5", id).map(this::first);
    }

    Uni<Optional<MemberView>> ofPerson(String entityId, String person) {
        return Sql.rows(Object[].class, VIEW + " where d.entity_id = ?1 and d.person = ?2", entityId, person)
                .map(this::first);
    }

    /** Nobody else changes it before this transaction ends. */
    Uni<Void> lock(UUID id) {
        return Sql.rows(UUID.class, "select member_id from programme.member where member_id = ?1 for update", id)
                .replaceWithVoid();
    }

    /** All of whom a signature is asked that is not there. */
    Uni<List<MemberView>> missing(String entityId) {
        return Sql.rows(Object[].class, VIEW + MISSING, entityId)
                .map(rows -> rows.stream().map(this::view).toList());
    }

    /** Up to {@code limit + 1} in the order of entity and person. */
    Uni<List<MemberView>> page(Reader reader, boolean missingOnly, CodeCursor after, int limit) {
        return reader.rows(
                        "select * from (" + VIEW + VISIBLE + ") v where (not cast(?5 as boolean) or v.missing)"
                                + " and (v.entity_id, v.person) > (?6, ?7) order by v.entity_id, v.person limit ?8",
                        missingOnly,
                        after.entityId(),
                        after.code(),
                        limit + 1)
                .map(rows -> rows.stream().map(this::view).toList());
    }

    Uni<Void> leave(UUID id, LocalDate day) {
        return Sql.update(
                        "update programme.member set left_on = ?2, version = version + 1 where member_id = ?1", id, day)
                .replaceWithVoid();
    }

    private Optional<MemberView> first(List<Object[]> rows) {
        return rows.stream().findFirst().map(this::view);
    }

    private MemberView view(Object[] row) {
        return MemberView.of(row, rule);
    }
}
