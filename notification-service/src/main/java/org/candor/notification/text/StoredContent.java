package org.candor.notification.text;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.candor.notification.text.decision.DataKind;
import org.candor.notification.text.decision.NoticeContent;

/** The stored form of a text's elements. */
record StoredContent(
        String whatHappened,
        LocalDate breachOn,
        LocalDate discoveredOn,
        List<DataKind> dataKinds,
        String otherData,
        String steps,
        String response,
        NoticeContent.Contact contact,
        String signerName,
        String signerTitle) {

    static StoredContent of(NoticeContent content) {
        return new StoredContent(
                content.whatHappened(),
                content.breachOn().orElse(null),
                content.discoveredOn().orElse(null),
                content.dataKinds(),
                content.otherData(),
                content.steps(),
                content.response(),
                content.contact(),
                content.signerName(),
                content.signerTitle());
    }

    NoticeContent content() {
        return new NoticeContent(
                whatHappened,
                Optional.ofNullable(breachOn),
                Optional.ofNullable(discoveredOn),
                dataKinds,
                otherData,
                steps,
                response,
                contact,
                signerName,
                signerTitle);
    }
}
