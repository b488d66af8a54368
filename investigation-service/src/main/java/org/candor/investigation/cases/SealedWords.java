package org.candor.investigation.cases;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.candor.kit.crypto.IncidentCipher;

/** The words of one request, sealed once into the row that keeps them. */
final class SealedWords {

    private final Optional<IncidentCipher> cipher;
    private final Map<String, byte[]> beside;
    private byte[] plain;

    private SealedWords(Optional<IncidentCipher> cipher, byte[] plain, Map<String, byte[]> beside) {
        this.cipher = cipher;
        this.plain = plain;
        this.beside = beside;
    }

    static SealedWords none() {
        return new SealedWords(Optional.empty(), null, Map.of());
    }

    static SealedWords of(IncidentCipher cipher, Written written) {
        return new SealedWords(Optional.of(cipher), written.words(), written.beside());
    }

    /** Seals what stands beside the words under that name. */
    byte[] beside(String place, UUID row) {
        return cipher.orElseThrow().seal(place, row, beside.get(place));
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
