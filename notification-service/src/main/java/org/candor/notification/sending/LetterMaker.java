package org.candor.notification.sending;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.candor.notification.document.LetterFields;
import org.candor.notification.document.Salutation;
import org.candor.notification.document.Words;
import org.candor.notification.post.PostalBatches;
import org.candor.notification.roster.decision.PostalAddress;
import org.candor.notification.roster.decision.WayOfNotice;

/** Says what stands in one person's letter; with the approved form that makes the letter, always with the same bytes. */
final class LetterMaker {

    private LetterMaker() {}

    static LetterFields fields(Words words, UUID noticeId, LocalDate dated, String person, WayOfNotice.Decision way) {
        return new LetterFields(
                words.day(dated),
                words.reference() + ": " + PostalBatches.Letter.reference(noticeId),
                window(way),
                Salutation.of(words, way.capacity(), way.addressee(), person));
    }

    private static List<String> window(WayOfNotice.Decision way) {
        PostalAddress address = way.address();
        List<String> lines = new ArrayList<>(List.of(way.addressee(), address.street()));
        if (!address.street2().isBlank()) {
            lines.add(address.street2());
        }
        lines.add(address.city() + ", " + address.state() + " " + address.zip());
        return lines;
    }
}
