package org.candor.witness;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.candor.verify.MerklePath;

/**
 * The witness's own key, drawn by itself at its first start, so that nobody else ever had it. Its public half lies beside it in
 * one line, for those who will believe this witness.
 */
final class WitnessKeys {

    static final String PRIVATE = "witness.key";
    static final String PUBLIC = "witness.pub";

    private static final byte COSIGNATURE_V1 = 4;
    private static final int RAW = 32;

    private final String name;
    private final PrivateKey key;
    private final byte[] id;

    private WitnessKeys(String name, PrivateKey key, byte[] id) {
        this.name = name;
        this.key = key;
        this.id = id;
    }

    static WitnessKeys ofFolder(Path folder, String name) throws IOException {
        if (name.contains("+") || name.chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException("A witness's name holds neither space nor plus");
        }
        try {
            Path file = folder.resolve(PRIVATE);
            if (!Files.exists(file)) {
                draw(folder, name);
            }
            byte[] pkcs8 = Base64.getDecoder().decode(Files.readString(file).strip());
            PrivateKey key = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            String[] line = Files.readString(folder.resolve(PUBLIC)).strip().split("\\+", 3);
            if (!line[0].equals(name)) {
                throw new IllegalArgumentException("This folder is of a witness with another name: " + line[0]);
            }
            return new WitnessKeys(name, key, HexFormat.of().parseHex(line[1]));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The witness's key can't be used", e);
        }
    }

    /** The signature line of cosignature/v1 under that checkpoint. */
    String cosign(String checkpointText, Instant now) {
        long seconds = now.getEpochSecond();
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initSign(key);
            ed25519.update(
                    ("cosignature/v1\ntime " + seconds + "\n" + checkpointText).getBytes(StandardCharsets.UTF_8));
            byte[] signature = ed25519.sign();
            byte[] named = ByteBuffer.allocate(id.length + Long.BYTES + signature.length)
                    .put(id)
                    .putLong(seconds)
                    .put(signature)
                    .array();
            return "\u2014 " + name + " " + Base64.getEncoder().encodeToString(named) + "\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The witness's key does not sign", e);
        }
    }

    /** The private half last: while it is missing the pair is drawn anew. */
    private static void draw(Path folder, String name) throws IOException, GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        byte[] x509 = pair.getPublic().getEncoded();
        byte[] kindAndKey = new byte[1 + RAW];
        kindAndKey[0] = COSIGNATURE_V1;
        System.arraycopy(x509, x509.length - RAW, kindAndKey, 1, RAW);
        byte[] id = Arrays.copyOf(MerklePath.sha256((name + "\n").getBytes(StandardCharsets.UTF_8), kindAndKey), 4);
        String line = name + "+" + HexFormat.of().formatHex(id) + "+"
                + Base64.getEncoder().encodeToString(kindAndKey) + "\n";
        Durable.publish(folder.resolve(PUBLIC), line);
        Durable.write(
                folder.resolve(PRIVATE),
                Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()) + "\n");
    }
}
