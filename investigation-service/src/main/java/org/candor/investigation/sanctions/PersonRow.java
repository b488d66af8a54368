package org.candor.investigation.sanctions;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.candor.investigation.sanctions.decision.Concerned;
import org.candor.investigation.sanctions.decision.Conduct;
import org.candor.investigation.sanctions.decision.Measure;
import org.candor.investigation.sanctions.decision.Relation;

/** A person involved, as stored; who it is stands in the sealed words. */
@Entity
@Table(name = "sanction_person")
class PersonRow {

    @Id
    UUID id;

    @Column(name = "incident_id")
    UUID incidentId;

    @Enumerated(EnumType.STRING)
    Relation relation;

    @Enumerated(EnumType.STRING)
    Conduct conduct;

    @Enumerated(EnumType.STRING)
    Conduct.Intent intent;

    boolean refuses;

    @Column(name = "named_by")
    String namedBy;

    @Column(name = "named_at")
    Instant namedAt;

    byte[] words;

    /** Keyed; by it earlier sanctions of one person are counted. Null where he has no account, or the record is older. */
    @Column(name = "account_index")
    byte[] accountIndex;

    @Enumerated(EnumType.STRING)
    Concerned.Hearing hearing;

    @Column(name = "heard_at")
    Instant heardAt;

    @Column(name = "whistle_blower")
    Boolean whistleBlower;

    @Column(name = "crime_victim")
    Boolean crimeVictim;

    Boolean complaint;

    @Column(name = "checked_by")
    String checkedBy;

    @Column(name = "checked_at")
    Instant checkedAt;

    @Enumerated(EnumType.STRING)
    Measure proposal;

    @Column(name = "proposed_by")
    String proposedBy;

    @Column(name = "proposed_at")
    Instant proposedAt;

    String[] proposers;

    @Enumerated(EnumType.STRING)
    Measure ruling;

    @Column(name = "ruled_by")
    String ruledBy;

    @Column(name = "ruled_at")
    Instant ruledAt;

    Concerned concerned() {
        return new Concerned(
                id,
                relation,
                conduct,
                intent,
                refuses,
                Optional.ofNullable(hearing).map(how -> new Concerned.Statement(how, heardAt)),
                Optional.ofNullable(checkedBy)
                        .map(by -> new Concerned.Protection(whistleBlower, crimeVictim, complaint, by, checkedAt)),
                Optional.ofNullable(proposal).map(measure -> new Concerned.Proposal(measure, proposedBy, proposedAt)),
                Set.of(proposers),
                Optional.ofNullable(ruling).map(measure -> new Concerned.Ruling(measure, ruledBy, ruledAt)));
    }

    void take(Concerned next) {
        relation = next.relation();
        conduct = next.conduct();
        intent = next.intent();
        refuses = next.refuses();
        next.statement().ifPresent(statement -> {
            hearing = statement.how();
            heardAt = statement.at();
        });
        next.protection().ifPresent(found -> {
            whistleBlower = found.whistleBlower();
            crimeVictim = found.crimeVictim();
            complaint = found.complaint();
            checkedBy = found.by();
            checkedAt = found.at();
        });
        proposal = next.proposal().map(Concerned.Proposal::measure).orElse(null);
        proposedBy = next.proposal().map(Concerned.Proposal::by).orElse(null);
        proposedAt = next.proposal().map(Concerned.Proposal::at).orElse(null);
        proposers = next.proposers().stream().sorted().toArray(String[]::new);
        ruling = next.ruling().map(Concerned.Ruling::measure).orElse(null);
        ruledBy = next.ruling().map(Concerned.Ruling::by).orElse(null);
        ruledAt = next.ruling().map(Concerned.Ruling::at).orElse(null);
    }
}
