package org.candor.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** Facts of {@code notification.notice.v1}: counts and days only. */
public sealed interface NoticeEvent extends Event
        permits NoticeEvent.CampaignOpened,
                NoticeEvent.RosterImported,
                NoticeEvent.CountsOffered,
                NoticeEvent.NoticeTextApproved,
                NoticeEvent.NoticesSent,
                NoticeEvent.NoticeReturned,
                NoticeEvent.PostingPublished,
                NoticeEvent.PostingSuspended,
                NoticeEvent.PostingResumed,
                NoticeEvent.PostingEnded,
                NoticeEvent.MediaNotified,
                NoticeEvent.HhsSubmitted,
                NoticeEvent.RegulatorNotified,
                NoticeEvent.CampaignCompleted,
                NoticeEvent.MisaddressedMailingDetected,
                DeadlineEvent {

    /** Null only for a deadline that belongs to no incident. */
    UUID incidentId();

    @Override
    default String subject() {
        return incidentId().toString();
    }

    @Fact("campaign-opened")
    record CampaignOpened(UUID incidentId, String entityId, Instant openedAt) implements NoticeEvent {}

    /** A roster was read; {@code sha256} is the hash of the file as it came, hexadecimal. */
    @Fact("roster-imported")
    record RosterImported(UUID incidentId, String sha256, long accepted, long refused, Instant importedAt)
            implements NoticeEvent {}

    /**
     * Counts from the roster, offered to breach-service, where an officer adopts them.
     *
     * @param residents by postal code of the jurisdiction; people whose residence is unknown are only in the total
     * @param undeliverableLiving living addressees whose contact data is insufficient or out of date
     * @param undeliverableNextOfKin next of kin or representatives of the dead, who never count (164.404(d)(2))
     */
    @Fact("counts-offered")
    record CountsOffered(
            UUID incidentId,
            long total,
            Map<String, Long> residents,
            long undeliverableLiving,
            long undeliverableNextOfKin,
            Instant countedAt)
            implements NoticeEvent {

        public CountsOffered {
            residents = Map.copyOf(residents);
        }
    }

    /** A text was approved and frozen; {@code kind} is a template id such as {@code 4-III-B}. */
    @Fact("notice-text-approved")
    record NoticeTextApproved(UUID incidentId, String kind, String language, int version, String sha256)
            implements NoticeEvent {}

    /** A run of individual notices; days are local days of the entity. */
    @Fact("notices-sent")
    record NoticesSent(UUID incidentId, Map<NoticeMethod, Long> counts, LocalDate firstSentOn, LocalDate lastSentOn)
            implements NoticeEvent {

        public NoticesSent {
            counts = Map.copyOf(counts);
        }
    }

    @Fact("notice-returned")
    record NoticeReturned(UUID incidentId, long count, LocalDate returnedOn) implements NoticeEvent {}

    /** Public from this day; {@code keepThrough} is the last day on which it must stand (164.404(d)(2)(ii)). */
    @Fact("posting-published")
    record PostingPublished(UUID incidentId, String slug, LocalDate startedOn, LocalDate keepThrough)
            implements NoticeEvent {}

    /** Taken down under a law-enforcement hold (45 CFR 164.412); its days stop counting. */
    @Fact("posting-suspended")
    record PostingSuspended(UUID incidentId, String slug, LocalDate suspendedOn) implements NoticeEvent {}

    /** Up again after a hold; {@code keepThrough} has moved by the days on which it was down. */
    @Fact("posting-resumed")
    record PostingResumed(UUID incidentId, String slug, LocalDate resumedOn, LocalDate keepThrough)
            implements NoticeEvent {}

    @Fact("posting-ended")
    record PostingEnded(UUID incidentId, String slug, LocalDate endedOn) implements NoticeEvent {}

    @Fact("media-notified")
    record MediaNotified(UUID incidentId, String jurisdiction, LocalDate notifiedOn, int outlets)
            implements NoticeEvent {}

    /**
     * A report to the Secretary or an addendum to it.
     *
     * @param report {@code HIPAA} or {@code PART2}, null in older facts, which are HIPAA's
     * @param sha256 hash of the worksheet as it was kept at that moment, hexadecimal; null in older facts
     */
    @Fact("hhs-submitted")
    record HhsSubmitted(
            UUID incidentId, String track, String trackingNumber, LocalDate submittedOn, String report, String sha256)
            implements NoticeEvent {

        public static final String HIPAA = "HIPAA";
        public static final String PART2 = "PART2";

        /** Without a kept worksheet. */
        public HhsSubmitted(
                UUID incidentId, String track, String trackingNumber, LocalDate submittedOn, String report) {
            this(incidentId, track, trackingNumber, submittedOn, report, null);
        }
    }

    @Fact("regulator-notified")
    record RegulatorNotified(UUID incidentId, UUID obligationId, String jurisdiction, LocalDate notifiedOn)
            implements NoticeEvent {}

    @Fact("campaign-completed")
    record CampaignCompleted(UUID incidentId, LocalDate completedOn) implements NoticeEvent {}

    /** Letters went to wrong people: a breach of its own, to be reported. */
    @Fact("misaddressed-mailing-detected")
    record MisaddressedMailingDetected(UUID incidentId, long count, LocalDate detectedOn) implements NoticeEvent {}
}
