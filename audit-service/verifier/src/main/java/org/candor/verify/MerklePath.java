package org.candor.verify;

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
    private static final ThreadLocal<MessageDigest> SHA256 = ThreadLocal.withInitial(MerklePath::newSha256);

    private MerklePath() {}

    public static byte[] leafHash(byte[] entry) {
        MessageDigest digest = SHA256.get();
        digest.update(LEAF);
        return digest.digest(entry);
    }

    /** The root to which the path leads from the leaf; empty when a path for that place has another length. */
    public static Optional<byte[]> rootOf(long index, long size, byte[] leafHash, List<byte[]> path) {
        if (index < 0 || index >= size || notHashes(path)) {
            return Optional.empty();
        }
        long place = index;
        long last = size - 1;
        byte[] hash = leafHash;
        for (byte[] step : path) {
            if (last == 0) {
                return Optional.empty();
            }
            if ((place & 1) == 1 || place == last) {
                hash = nodeHash(step, hash);
                while ((place & 1) == 0 && place != 0) {
                    place >>= 1;
                    last >>= 1;
                }
            } else {
                hash = nodeHash(hash, step);
            }
            place >>= 1;
            last >>= 1;
        }
        return last == 0 ? Optional.of(hash) : Optional.empty();
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
        long place = from - 1;
        long last = to - 1;
        while ((place & 1) == 1) {
            place >>= 1;
            last >>= 1;
        }
        byte[] older = seed;
        byte[] newer = seed;
        for (byte[] step : path) {
            if (last == 0) {
                return false;
            }
            if ((place & 1) == 1 || place == last) {
                older = nodeHash(step, older);
                newer = nodeHash(step, newer);
                while ((place & 1) == 0 && place != 0) {
                    place >>= 1;
                    last >>= 1;
                }
            } else {
                newer = nodeHash(newer, step);
            }
            place >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(older, fromRoot) && Arrays.equals(newer, toRoot);
    }

    public static byte[] sha256(byte[]... parts) {
        MessageDigest digest = SHA256.get();
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    /** The hash of the subtree with these two halves. */
    public static byte[] nodeHash(byte[] left, byte[] right) {
        MessageDigest digest = SHA256.get();
        digest.update(NODE);
        digest.update(left);
        return digest.digest(right);
    }

    private static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static boolean notHashes(List<byte[]> path) {
        return path.stream().anyMatch(step -> step.length != HASH_LENGTH);
    }
}
