package org.candor.verify;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The public keys that the reader believes: several of the trail where it has changed its key, and those of witnesses. */
record Keyring(List<TrailKey> trailKeys, List<WitnessKey> witnesses) {

    Keyring {
        trailKeys = List.copyOf(trailKeys);
        witnesses = List.copyOf(witnesses);
    }

    /** The key of the trail that has these four bytes as its name under that origin. */
    Optional<TrailKey> trail(String origin, byte[] hash) {
        return trailKeys.stream()
                .filter(key -> Arrays.equals(hash, key.hash(origin)))
                .findFirst();
    }

    String names(String origin) {
        return String.join(
                ", ",
                trailKeys.stream()
                        .map(key -> HexFormat.of().formatHex(key.hash(origin)))
                        .toList());
    }
}
