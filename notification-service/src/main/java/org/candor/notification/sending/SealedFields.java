package org.candor.notification.sending;

import java.util.UUID;
import org.candor.kit.crypto.IncidentCipher;
import org.candor.kit.outbox.EventJson;
import org.candor.notification.document.LetterFields;

/** What stands in a letter, under the incident's data key: from it and the frozen form the letter is made again. */
final class SealedFields {

    private static final String PLACE = "notice.fields";

    private SealedFields() {}

    static byte[] seal(IncidentCipher cipher, UUID noticeId, LetterFields fields) {
        return cipher.seal(PLACE, noticeId, EventJson.write(fields));
    }

    static LetterFields read(IncidentCipher cipher, UUID noticeId, byte[] sealed) {
        return EventJson.read(cipher.read(PLACE, noticeId, sealed), LetterFields.class);
    }
}
