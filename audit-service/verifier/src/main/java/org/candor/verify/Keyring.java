package org.candor.verify;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** What the reader believes: keys of the trail, several where it has changed its key, of witnesses, and who stamps the time. */
record Keyring(List<TrailKey> trailKeys, List<WitnessKey> witnesses, List<TsaCertificate> tsas) {

    Keyring {
        trailKeys = List.copyOf(trailKeys);
        witnesses = List.copyOf(witnesses);
        tsas = List.copyOf(tsas);
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
