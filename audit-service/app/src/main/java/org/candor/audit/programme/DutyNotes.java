package org.candor.audit.programme;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.candor.kit.crypto.IncidentCipher;
import org.candor.kit.crypto.IncidentVault;
import org.candor.kit.web.PersonalText;

/** Words about a duty, sealed with a data key of the duty's own: nobody knows what stands in them. Call inside a transaction. */
@ApplicationScoped
class DutyNotes {

    static final String ENTERED = "programme.duty.note";

    static final byte[] NONE = {};

    private final IncidentVault vault;

    DutyNotes(IncidentVault vault) {
        this.vault = vault;
    }

    static String done(int round) {
        return "programme.duty_round.note/" + round;
    }

    static String reason(int round) {
        return "programme.duty_round.reason/" + round;
    }

    Uni<byte[]> seal(UUID dutyId, String place, Optional<PersonalText> text) {
        return text.map(words -> vault.open(dutyId).map(cipher -> cipher.seal(place, dutyId, words.value())))
                .orElseGet(() -> Uni.createFrom().item(NONE));
    }

    /** The words of one duty; nobody opens the vault where there are none. */
    Uni<Words> open(UUID dutyId, boolean any) {
        return any
                ? vault.open(dutyId).map(cipher -> new Words(dutyId, Optional.of(cipher)))
                : Uni.createFrom().item(new Words(dutyId, Optional.empty()));
    }

    static boolean isNone(byte[] sealed) {
        return sealed.length == 0;
    }

    /** Reads what {@link #seal} sealed. */
    record Words(UUID dutyId, Optional<IncidentCipher> cipher) {

        Optional<PersonalText> read(String place, byte[] sealed) {
            return isNone(sealed)
                    ? Optional.empty()
                    : cipher.map(open -> new PersonalText(open.read(place, dutyId, sealed)));
        }
    }
}
