package org.candor.verify;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** A witness's public key as C2SP signed-note writes it: {@code name+id+base64}, of kind 4 (cosignature/v1). */
record WitnessKey(String name, byte[] hash, TrailKey key) {

    private static final byte COSIGNATURE_V1 = 4;

    static WitnessKey read(String line) throws Unreadable {
        String[] parts = line.strip().split("\\+", 3);
        if (parts.length != 3) {
            throw new Unreadable("A witness's key does not read name+id+base64");
        }
        byte[] kindAndKey = Members.base64("witness key", parts[2]);
        byte[] hash =
                Arrays.copyOf(MerklePath.sha256((parts[0] + "\n").getBytes(StandardCharsets.UTF_8), kindAndKey), 4);
        if (kindAndKey.length != 33
                || kindAndKey[0] != COSIGNATURE_V1
                || !HexFormat.of().formatHex(hash).equals(parts[1])) {
            throw new Unreadable("A witness's key is not of cosignature/v1, or not with this name and id");
        }
        return new WitnessKey(parts[0], hash, TrailKey.ofRaw(Arrays.copyOfRange(kindAndKey, 1, 33)));
    }

    boolean is(String otherName, byte[] otherHash) {
        return name.equals(otherName) && Arrays.equals(hash, otherHash);
    }
}
