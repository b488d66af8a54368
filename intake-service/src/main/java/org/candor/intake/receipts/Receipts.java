package org.candor.intake.receipts;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.candor.kit.crypto.BlindIndex;

/**
 * Makes and recognises receipts: 80 bits as 16 Crockford base-32 characters in groups of four. Only a keyed hash is stored.
 * A retried request gets the same receipt, made again from its key, because an answer that is kept must not hold it.
 */
@ApplicationScoped
public class Receipts {

    private static final int BYTES = 10;
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int BITS = 5;
    private static final int CHARACTERS = BYTES * 8 / BITS;

    private final BlindIndex index;

    Receipts(BlindIndex index) {
        this.index = index;
    }

    /** Makes the keyed hash ready; call in the transaction before the others. */
    public Uni<Void> ready() {
        return index.ready().replaceWithVoid();
    }

    /**
     * A receipt for the incident.
     *
     * @param seed the request's retry key, or random where there is none; the same seed gives the same receipt
     */
    public String issue(UUID incidentId, String seed) {
        return grouped(Arrays.copyOf(index.of("receipt-of", seed + "/" + incidentId), BYTES));
    }

    /** The keyed hash by which a receipt is found; empty for a text that is none. Needs a ready index. */
    public Optional<byte[]> hash(String receipt) {
        String plain = normal(receipt);
        boolean wellFormed = plain.length() == CHARACTERS && plain.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
        return wellFormed ? Optional.of(index.of("receipt", plain)) : Optional.empty();
    }

    /** Forgives hyphens, spaces, case, and the letters that Crockford reads as digits. */
    private static String normal(String receipt) {
        return receipt.replaceAll("[-\\s]", "")
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }

    private static String grouped(byte[] bits) {
        BigInteger number = new BigInteger(1, bits);
        StringBuilder text = new StringBuilder();
        for (int i = CHARACTERS - 1; i >= 0; i--) {
            int digit = number.shiftRight(i * BITS).intValue() & 31;
            text.append(ALPHABET.charAt(digit));
            if (i % 4 == 0 && i > 0) {
                text.append('-');
            }
        }
        return text.toString();
    }
}
