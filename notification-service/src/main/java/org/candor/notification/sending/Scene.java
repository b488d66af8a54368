package org.candor.notification.sending;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.candor.notification.document.Sender;
import org.candor.notification.text.NoticeTextRow;

/** Everything that work outside of a session needs. */
record Scene(CampaignFacts campaign, Map<UUID, NoticeTextRow> texts) {

    /** @param version of the campaign; another one means that duties have changed since */
    record CampaignFacts(
            UUID incidentId, String entityId, boolean drill, LocalDate today, Sender sender, long version) {}

    /** The newest approved letter in that language, else in English. */
    UUID textFor(String language) {
        return newest(language).or(() -> newest("en")).map(NoticeTextRow::id).orElseThrow();
    }

    private Optional<NoticeTextRow> newest(String language) {
        return texts.values().stream()
                .filter(text -> text.language().equals(language))
                .reduce((earlier, later) -> later);
    }
}
