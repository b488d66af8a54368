package org.candor.kit.crypto;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How far wrapping anew has come.
 *
 * @param running whether an order is being carried out
 * @param unreadable keys that the last finished order could not open and left as they were
 */
@Schema(name = "Rewrap")
public record RewrapView(
        boolean running,
        Optional<Instant> askedAt,
        Optional<Instant> finishedAt,
        long unreadable,
        List<MasterKeyView> keys) {

    public RewrapView {
        keys = List.copyOf(keys);
    }

    /**
     * A master key. One that is not primary and wraps nothing may leave the keyset, once no back-up of wrapped keys is older
     * than the order.
     *
     * @param keyId its id in the keyset's JSON
     * @param primary whether it is the one that wraps
     * @param inKeyset false where it has wrapped something but is not at hand: that cannot be read
     * @param wraps how many keys of incidents and of the installation it wraps now
     */
    @Schema(name = "MasterKey")
    public record MasterKeyView(String keyId, boolean primary, boolean inKeyset, long wraps) {}
}
