package org.candor.audit.policy;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.audit.policy.PolicyView.ReviewView;
import org.candor.audit.policy.decision.Versions;
import org.candor.audit.programme.CodeCursor;
import org.candor.kit.data.Sql;
import org.candor.kit.outbox.EventJson;

/** The tables of the register. Call inside a session. */
@ApplicationScoped
class Policies {

    private static final String GRANTED = "(?1 = '*' or p.entity_id = any (string_to_array(?1, ',')))";
    private static final String HEAD = """
            select p.policy_id, p.entity_id, p.code, p.kind, p.next_review_on, p.withdrawn_on, p.round, p.version from policy p
             where\s""" + GRANTED;

    private static final String ADD = """
            insert into policy (policy_id, entity_id, code, kind, next_review_on, created_at, version)
            values (?1, ?2, ?3, ?4, ?5, ?6, 0) on conflict (entity_id, code) do nothing
            """;

    private static final String ADD_VERSION = """
            insert into policy_version (policy_id, number, title, wording, effective_on, leaders, reference, sections,
                                        external_ids, written_by, written_at, written_on)
            values (?1, ?2, ?3, ?4, ?5, cast(?6 as text[]), cast(?7 as text[]), cast(?8 as text[]), cast(?9 as text[]), ?10, ?11, ?12)
            """;

    private static final String VERSIONS = """
            select number, title, wording, effective_on, cast(to_json(leaders) as text), cast(to_json(reference) as text),
                   cast(to_json(sections) as text), cast(to_json(external_ids) as text), written_by, written_at, written_on
              from policy_version where policy_id = ?1 order by number
            """;

    /** A policy without its versions. */
    record Head(
            UUID policyId,
            String entityId,
            String code,
            String kind,
            LocalDate nextReviewOn,
            Optional<LocalDate> withdrawnOn,
            int round,
            long version) {

        /** As it stands after a review. */
        Head reviewed(LocalDate nextReviewOn) {
            return new Head(policyId, entityId, code, kind, nextReviewOn, withdrawnOn, round + 1, version + 1);
        }
    }

    /** A version as it is stored. */
    record Stored(
            int number,
            String title,
            String wording,
            LocalDate effectiveOn,
            List<String> leaders,
            List<String> references,
            List<String> sections,
            List<String> externalIds,
            String writtenBy,
            Instant writtenAt,
            LocalDate writtenOn) {

        Versions.Version dates() {
            return new Versions.Version(number, writtenOn, effectiveOn);
        }
    }

    /** Answers whether the code was free. */
    Uni<Boolean> add(UUID id, PolicyRequest request, Instant now) {
        return Sql.update(
                        ADD,
                        id,
                        request.entityId(),
                        request.code(),
                        request.kind().name(),
                        request.nextReviewOn(),
                        now)
                .map(added -> added == 1);
    }

    Uni<Void> addVersion(UUID id, int number, VersionRequest version, String person, Instant now, LocalDate today) {
        return Sql.update(
                        ADD_VERSION,
                        id,
                        number,
                        version.title(),
                        version.wording(),
                        version.effectiveOn(),
                        array(version.leaders()),
                        array(version.references()),
                        array(version.sections()),
                        array(version.externalIds()),
                        person,
                        now,
                        today)
                .replaceWithVoid();
    }

    Uni<Optional<Head>> find(UUID id, String entities) {
        return Sql.rows(Object[].class, HEAD + " and p.policy_id = ?2", entities, id)
                .map(rows -> rows.stream().findFirst().map(Policies::head));
    }

    /** As {@link #find}, and nobody else changes it before this transaction ends. */
    Uni<Optional<Head>> lock(UUID id, String entities) {
        return Sql.rows(Object[].class, HEAD + " and p.policy_id = ?2 for update", entities, id)
                .map(rows -> rows.stream().findFirst().map(Policies::head));
    }

    /** Up to {@code limit + 1} in the order of entity and code; {@code section} empty for all. */
    Uni<List<Head>> page(String entities, String section, CodeCursor after, int limit) {
        return Sql.rows(Object[].class, HEAD + """
                                 and (?2 = '' or exists (select 1 from policy_version v
                                                          where v.policy_id = p.policy_id
                                                            and exists (select 1 from unnest(v.sections) s where starts_with(s, ?2))))
                                 and (p.entity_id, p.code) > (?3, ?4)
                                 order by p.entity_id, p.code limit ?5
                                """, entities, section, after.entityId(), after.code(), limit + 1)
                .map(rows -> rows.stream().map(Policies::head).toList());
    }

    Uni<List<Stored>> versions(UUID id) {
        return Sql.rows(Object[].class, VERSIONS, id)
                .map(rows -> rows.stream().map(Policies::stored).toList());
    }

    Uni<List<ReviewView>> reviews(UUID id) {
        return Sql.rows(
                        Object[].class,
                        "select reviewed_on, changed, next_review_on, reviewed_by from policy_review"
                                + " where policy_id = ?1 order by reviewed_at",
                        id)
                .map(rows -> rows.stream()
                        .map(row -> new ReviewView(
                                (LocalDate) row[0], (Boolean) row[1], (LocalDate) row[2], (String) row[3]))
                        .toList());
    }

    Uni<Void> addReview(UUID id, LocalDate today, ReviewRequest review, String person, Instant now) {
        return Sql.update(
                        "insert into policy_review (policy_id, reviewed_on, changed, next_review_on, reviewed_by, reviewed_at)"
                                + " values (?1, ?2, ?3, ?4, ?5, ?6)",
                        id,
                        today,
                        review.changed(),
                        review.nextReviewOn(),
                        person,
                        now)
                .chain(() -> Sql.update(
                        "update policy set next_review_on = ?2, round = round + 1, version = version + 1 where policy_id = ?1",
                        id,
                        review.nextReviewOn()))
                .replaceWithVoid();
    }

    Uni<Void> touch(UUID id) {
        return Sql.update("update policy set version = version + 1 where policy_id = ?1", id)
                .replaceWithVoid();
    }

    Uni<Void> withdraw(UUID id, LocalDate day) {
        return Sql.update("update policy set withdrawn_on = ?2, version = version + 1 where policy_id = ?1", id, day)
                .replaceWithVoid();
    }

    private static Head head(Object[] row) {
        return new Head(
                (UUID) row[0],
                (String) row[1],
                (String) row[2],
                (String) row[3],
                (LocalDate) row[4],
                Optional.ofNullable((LocalDate) row[5]),
                (Integer) row[6],
                (Long) row[7]);
    }

    private static Stored stored(Object[] row) {
        return new Stored(
                (Integer) row[0],
                (String) row[1],
                (String) row[2],
                (LocalDate) row[3],
                list(row[4]),
                list(row[5]),
                list(row[6]),
                list(row[7]),
                (String) row[8],
                Sql.instant(row[9]),
                (LocalDate) row[10]);
    }

    private static List<String> list(Object json) {
        return List.of(EventJson.read((String) json, String[].class));
    }

    private static String[] array(List<String> values) {
        return values.toArray(String[]::new);
    }
}
