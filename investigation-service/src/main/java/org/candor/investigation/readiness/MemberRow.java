package org.candor.investigation.readiness;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.candor.investigation.readiness.decision.Area;
import org.candor.investigation.readiness.decision.Member;

/** A member of a response team as he is now. */
@Entity
@Table(name = "response_member")
class MemberRow {

    @Id
    UUID id;

    @Column(name = "entity_id")
    String entityId;

    String person;

    boolean active;

    String[] areas;

    @Column(name = "authorised_until")
    LocalDate authorisedUntil;

    /** Who stands in for him. */
    String deputy;

    @Column(name = "member_since")
    LocalDate since;

    @Column(name = "member_until")
    LocalDate until;

    int changes;

    Member member() {
        return new Member(
                active,
                Arrays.stream(areas).map(Area::valueOf).collect(Collectors.toSet()),
                Optional.ofNullable(authorisedUntil),
                Optional.ofNullable(since),
                Optional.ofNullable(until));
    }
}
