package org.candor.events;

import java.time.LocalDate;
import java.util.UUID;

/** Facts of {@code audit.programme.v1}: the recurring duties between incidents, policies and commitments. */
public sealed interface ProgrammeEvent extends Event
        permits ProgrammeEvent.PolicyPublished,
                ProgrammeEvent.PolicySuperseded,
                ProgrammeEvent.CommitmentSigned,
                DeadlineEvent {

    /**
     * A version of a policy or procedure was entered; it holds from its day on.
     *
     * @param code the organisation's own, such as {@code SEC-04}
     * @param number counts up from 1
     * @param sha256 of the wording in UTF-8, in hexadecimal
     */
    @Fact("policy-published")
    record PolicyPublished(
            UUID policyId, String entityId, String code, long number, LocalDate effectiveOn, String sha256)
            implements ProgrammeEvent {

        @Override
        public String subject() {
            return policyId.toString();
        }
    }

    /**
     * A version's last day is known; it is kept for six years or longer after it (45 CFR 164.316(b)(2)(i), 164.530(j)(2)).
     *
     * @param byNumber the version that follows; null where the policy was withdrawn
     */
    @Fact("policy-superseded")
    record PolicySuperseded(
            UUID policyId,
            String entityId,
            String code,
            long number,
            Long byNumber,
            LocalDate lastInEffectOn,
            LocalDate keepThrough)
            implements ProgrammeEvent {

        @Override
        public String subject() {
            return policyId.toString();
        }
    }

    /**
     * Somebody committed himself to privacy and security, by his own token or on paper.
     *
     * @param memberId who, by the id in the register
     * @param number of the wording that was signed
     * @param sha256 of that wording in UTF-8, in hexadecimal
     */
    @Fact("commitment-signed")
    record CommitmentSigned(
            UUID memberId, String entityId, long number, String sha256, boolean onPaper, LocalDate signedOn)
            implements ProgrammeEvent {

        @Override
        public String subject() {
            return memberId.toString();
        }
    }
}
