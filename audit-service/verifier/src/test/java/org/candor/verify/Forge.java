package org.candor.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Makes proofs for tests the slow way: RFC 6962 as its text says, over all leaves each time. */
public final class Forge {

    public static final String ORIGIN = "trail.example/2026";

    private static final byte[] ED25519_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private final KeyPair keys;
    private final List<byte[]> entries;
    private final Map<Integer, String> notes = new HashMap<>();

    private Forge(KeyPair keys, List<byte[]> entries) {
        this.keys = keys;
        this.entries = entries;
    }

    public static Forge of(int size) {
        List<byte[]> entries = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            entries.add(entry(i));
        }
        try {
            return new Forge(KeyPairGenerator.getInstance("Ed25519").generateKeyPair(), entries);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public String publicKeyPem() {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(keys.getPublic().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }

    /** Another history under the same key, as who has stolen it can make: one entry is another one. */
    public Forge rewritten(int index) {
        List<byte[]> others = new ArrayList<>(entries);
        others.set(index, entry(entries.size() + index));
        return new Forge(keys, others);
    }

    int size() {
        return entries.size();
    }

    byte[] entryAt(int index) {
        return entries.get(index);
    }

    List<byte[]> inclusionPath(int index, int size) {
        return path(index, entries.subList(0, size));
    }

    public List<byte[]> consistencyPath(int from, int to) {
        return from == 0 || from == to ? List.of() : proof(from, entries.subList(0, to), true);
    }

    /** Text with a signature line of the trail's key under that name. */
    String signed(String name, String text) {
        byte[] named =
                ByteBuffer.allocate(68).put(keyHash(name)).put(sign(text)).array();
        return text + "\n\u2014 " + name + " " + base64(named) + "\n";
    }

    String inclusion(int index, int size) {
        return inclusion(index, size, entries.get(index));
    }

    String inclusion(int index, int size, byte[] entry) {
        return "{\"format\":\"candor-inclusion/1\",\"index\":" + index + ",\"entry\":\"" + base64(entry)
                + "\",\"leafHash\":\"" + base64(MerklePath.leafHash(entry)) + "\",\"path\":"
                + list(path(index, entries.subList(0, size)))
                + ",\"checkpoint\":\"" + note(size).replace("\n", "\\n") + "\",\"keyId\":\""
                + HexFormat.of().formatHex(keyHash(ORIGIN)) + "\"}";
    }

    String consistency(int from, int to) {
        List<byte[]> path = consistencyPath(from, to);
        return "{\"format\":\"candor-consistency/1\",\"from\":\"" + note(from).replace("\n", "\\n") + "\",\"to\":\""
                + note(to).replace("\n", "\\n") + "\",\"path\":" + list(path) + "}";
    }

    public String note(int size) {
        return notes.computeIfAbsent(size, this::signedNote);
    }

    private String signedNote(int size) {
        return signed(ORIGIN, ORIGIN + "\n" + size + "\n" + base64(root(entries.subList(0, size))) + "\n");
    }

    private static byte[] entry(int i) {
        byte[] data = ("{\"number\":" + i + "}").getBytes(UTF_8);
        return ("""
                candor-entry/1
                id=01930000-0000-7000-8000-%012d
                topic=investigation.case.v1
                type=org.candor.investigation.case-closed.v1
                source=/investigation
                sequence=%d
                subject=01930000-0000-7000-8000-000000000001
                incidents=01930000-0000-7000-8000-000000000001
                entity=larkspur-falls
                drill=false
                actor=privacy-officer
                correlation=c-1
                time=2026-11-21T10:15:30Z
                received=2026-11-21T10:15:31Z
                sha256=%s
                data=%d
                """.formatted(i, i + 1, HexFormat.of().formatHex(MerklePath.sha256(data)), data.length)
                        + new String(data, UTF_8))
                .getBytes(UTF_8);
    }

    private byte[] keyHash(String name) {
        byte[] encoded = keys.getPublic().getEncoded();
        ByteBuffer raw = ByteBuffer.wrap(encoded, ED25519_PREFIX.length, 32);
        byte[] key = new byte[33];
        key[0] = 1;
        raw.get(key, 1, 32);
        byte[] hash = MerklePath.sha256((name + "\n").getBytes(UTF_8), key);
        return java.util.Arrays.copyOf(hash, 4);
    }

    private byte[] sign(String text) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initSign(keys.getPrivate());
            ed25519.update(text.getBytes(UTF_8));
            return ed25519.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] root(List<byte[]> leaves) {
        if (leaves.isEmpty()) {
            return MerklePath.sha256();
        }
        if (leaves.size() == 1) {
            return MerklePath.leafHash(leaves.getFirst());
        }
        int k = Integer.highestOneBit(leaves.size() - 1);
        return MerklePath.sha256(new byte[] {1}, root(leaves.subList(0, k)), root(leaves.subList(k, leaves.size())));
    }

    private static List<byte[]> path(int m, List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return List.of();
        }
        int k = Integer.highestOneBit(leaves.size() - 1);
        List<byte[]> left = leaves.subList(0, k);
        List<byte[]> right = leaves.subList(k, leaves.size());
        return m < k ? with(path(m, left), root(right)) : with(path(m - k, right), root(left));
    }

    private static List<byte[]> proof(int m, List<byte[]> leaves, boolean known) {
        if (m == leaves.size()) {
            return known ? List.of() : List.of(root(leaves));
        }
        int k = Integer.highestOneBit(leaves.size() - 1);
        List<byte[]> left = leaves.subList(0, k);
        List<byte[]> right = leaves.subList(k, leaves.size());
        return m <= k ? with(proof(m, left, known), root(right)) : with(proof(m - k, right, false), root(left));
    }

    private static List<byte[]> with(List<byte[]> path, byte[] last) {
        List<byte[]> longer = new ArrayList<>(path);
        longer.add(last);
        return longer;
    }

    static String list(List<byte[]> path) {
        return "["
                + String.join(
                        ",",
                        path.stream().map(step -> "\"" + base64(step) + "\"").toList()) + "]";
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
