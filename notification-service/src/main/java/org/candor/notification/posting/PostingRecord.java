package org.candor.notification.posting;

import java.time.LocalDate;
import java.util.UUID;
import org.candor.notification.posting.decision.Posting;

/**
 * A posting as it is kept.
 *
 * @param spanishId null where there is no Spanish text
 * @param standsDeadline id of the deadline that it must stand
 * @param standsMet whether its days are full
 */
record PostingRecord(
        String slug,
        UUID incidentId,
        UUID englishId,
        UUID spanishId,
        String tollFree,
        LocalDate startedOn,
        Posting posting,
        UUID standsDeadline,
        boolean standsMet,
        long version) {

    PostingRecord with(Posting next) {
        return new PostingRecord(
                slug, incidentId, englishId, spanishId, tollFree, startedOn, next, standsDeadline, standsMet, version);
    }

    boolean bothLanguages() {
        return spanishId != null;
    }
}
