package org.candor.investigation.readiness;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** An officer found that a change of a policy concerns nobody's duties. */
@Entity
@Table(name = "readiness_policy_change_withdrawal")
class WithdrawalRow {

    @Id
    @Column(name = "change_id")
    UUID changeId;

    @Column(name = "withdrawn_by")
    String withdrawnBy;

    @Column(name = "withdrawn_at")
    Instant withdrawnAt;
}
