package org.candor.audit.tree.decision;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** RFC 6962, 2.1 written down as it stands; each range is hashed anew, once. */
final class NaiveTree {

    private record Range(int from, int to) {}

    private final List<byte[]> leaves;
    private final Map<Range, byte[]> hashes = new HashMap<>();

    NaiveTree(List<byte[]> leaves) {
        this.leaves = leaves;
    }

    byte[] root(int size) {
        return hash(0, size);
    }

    List<byte[]> path(int index, int size) {
        return path(index, 0, size);
    }

    List<byte[]> proof(int from, int to) {
        return from == 0 || from == to ? List.of() : subProof(from, 0, to, true);
    }

    private byte[] hash(int from, int to) {
        byte[] known = hashes.get(new Range(from, to));
        if (known == null) {
            known = computed(from, to);
            hashes.put(new Range(from, to), known);
        }
        return known;
    }

    private byte[] computed(int from, int to) {
        return switch (to - from) {
            case 0 -> sha256();
            case 1 -> sha256(new byte[] {0}, leaves.get(from));
            default -> sha256(new byte[] {1}, hash(from, split(from, to)), hash(split(from, to), to));
        };
    }

    private List<byte[]> path(int m, int from, int to) {
        if (to - from == 1) {
            return List.of();
        }
        int k = split(from, to);
        return m < k ? with(path(m, from, k), hash(k, to)) : with(path(m, k, to), hash(from, k));
    }

    private List<byte[]> subProof(int m, int from, int to, boolean known) {
        if (m == to) {
            return known ? List.of() : List.of(hash(from, to));
        }
        int k = split(from, to);
        return m <= k ? with(subProof(m, from, k, known), hash(k, to)) : with(subProof(m, k, to, false), hash(from, k));
    }

    private static int split(int from, int to) {
        int k = 1;
        while (2 * k < to - from) {
            k *= 2;
        }
        return from + k;
    }

    private static List<byte[]> with(List<byte[]> path, byte[] last) {
        List<byte[]> longer = new ArrayList<>(path);
        longer.add(last);
        return longer;
    }

    private static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
