package org.candor.investigation.cases;

import java.util.Optional;
import java.util.UUID;
import org.candor.kit.crypto.IncidentCipher;

/** The words of one request, sealed once into the row that keeps them. */
final class SealedWords {

    private final Optional<IncidentCipher> cipher;
    private byte[] plain;

    private SealedWords(Optional<IncidentCipher> cipher, byte[] plain) {
        this.cipher = cipher;
        this.plain = plain;
    }

    static SealedWords none() {
        return new SealedWords(Optional.empty(), null);
    }

    static SealedWords of(IncidentCipher cipher, byte[] plain) {
        return new SealedWords(Optional.of(cipher), plain);
    }

    /** Seals the words for that column and row; a row that must have words fails when there are none left. */
    byte[] take(String place, UUID row) {
        byte[] sealed = takeOrNull(place, row);
        if (sealed == null) {
            throw new IllegalStateException("there are no words for " + place);
        }
        return sealed;
    }

    byte[] takeOrNull(String place, UUID row) {
        if (plain == null) {
            return null;
        }
        byte[] sealed = cipher.orElseThrow().seal(place, row, plain);
        plain = null;
        return sealed;
    }
}
