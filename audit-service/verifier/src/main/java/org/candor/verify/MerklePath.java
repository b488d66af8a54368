package org.candor.verify;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The verification algorithms of RFC 9162, 2.1.3.2 and 2.1.4.2, on the hashes of RFC 6962. */
public final class MerklePath {

    private static final int HASH_LENGTH = 32;
    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    /** One for each thread: to look the algorithm up costs more than to hash two hashes. */
    private static final ThreadLocal<Hasher> HASHER = ThreadLocal.withInitial(Hasher::new);

    private MerklePath() {}

    public static byte[] leafHash(byte[] entry) {
        MessageDigest digest = HASHER.get().digest;
        digest.update(LEAF);
        return digest.digest(entry);
    }

    /** The root to which the path leads from the leaf; empty when a path for that place has another length. */
    public static Optional<byte[]> rootOf(long index, long size, byte[] leafHash, List<byte[]> path) {
        if (index < 0 || index >= size || notHashes(path)) {
            return Optional.empty();
        }
        TreeSteps steps = new TreeSteps(index, size);
        Hasher hasher = HASHER.get();
        byte[] hash = leafHash.clone();
        for (byte[] step : path) {
            if (steps.isAtRoot()) {
                return Optional.empty();
            }
            if (steps.next()) {
                hasher.node(step, hash, hash);
            } else {
                hasher.node(hash, step, hash);
            }
        }
        return steps.isAtRoot() ? Optional.of(hash) : Optional.empty();
    }

    /** True when the path proves that the tree of {@code to} entries begins with the tree of {@code from} entries. */
    public static boolean consistent(long from, byte[] fromRoot, long to, byte[] toRoot, List<byte[]> path) {
        if (from < 0 || from > to || notHashes(path)) {
            return false;
        }
        if (from == to) {
            return path.isEmpty() && Arrays.equals(fromRoot, toRoot);
        }
        if (from == 0) {
            return path.isEmpty() && Arrays.equals(fromRoot, sha256());
        }
        boolean powerOfTwo = (from & (from - 1)) == 0;
        if (path.isEmpty() && !powerOfTwo) {
            return false;
        }
        return walk(
                from,
                fromRoot,
                to,
                toRoot,
                powerOfTwo ? fromRoot : path.getFirst(),
                powerOfTwo ? path : path.subList(1, path.size()));
    }

    private static boolean walk(long from, byte[] fromRoot, long to, byte[] toRoot, byte[] seed, List<byte[]> path) {
        TreeSteps steps = TreeSteps.fromCompleteSubtree(from, to);
        byte[] older = seed;
        byte[] newer = seed;
        for (byte[] step : path) {
            if (steps.isAtRoot()) {
                return false;
            }
            if (steps.next()) {
                older = nodeHash(step, older);
                newer = nodeHash(step, newer);
            } else {
                newer = nodeHash(newer, step);
            }
        }
        return steps.isAtRoot() && Arrays.equals(older, fromRoot) && Arrays.equals(newer, toRoot);
    }

    public static byte[] sha256(byte[]... parts) {
        MessageDigest digest = HASHER.get().digest;
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    /** The hash of the bytes from there on. */
    static byte[] sha256(byte[] bytes, int from) {
        MessageDigest digest = HASHER.get().digest;
        digest.update(bytes, from, bytes.length - from);
        return digest.digest();
    }

    /** The hash of the subtree with these two halves. */
    public static byte[] nodeHash(byte[] left, byte[] right) {
        byte[] hash = new byte[HASH_LENGTH];
        HASHER.get().node(left, right, hash);
        return hash;
    }

    static boolean notHashes(List<byte[]> path) {
        for (byte[] step : path) {
            if (step.length != HASH_LENGTH) {
                return true;
            }
        }
        return false;
    }

    /** Hashes nodes without making an object for each. */
    private static final class Hasher {

        private final MessageDigest digest = newSha256();
        private final byte[] node = new byte[1 + 2 * HASH_LENGTH];

        /** Writes the hash of these two halves into {@code hash}, which may be one of them. */
        private void node(byte[] left, byte[] right, byte[] hash) {
            node[0] = NODE;
            System.arraycopy(left, 0, node, 1, HASH_LENGTH);
            System.arraycopy(right, 0, node, 1 + HASH_LENGTH, HASH_LENGTH);
            digest.update(node, 0, node.length);
            try {
                digest.digest(hash, 0, HASH_LENGTH);
            } catch (DigestException e) {
                throw new IllegalStateException("A SHA-256 has 32 bytes", e);
            }
        }

        private static MessageDigest newSha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every Java platform has SHA-256", e);
            }
        }
    }
}
