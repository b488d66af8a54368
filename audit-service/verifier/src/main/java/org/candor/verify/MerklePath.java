package org.candor.verify;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The verification algorithms of RFC 9162, 2.1.3.2 and 2.1.4.2, on the hashes of RFC 6962. */
final class MerklePath {

    private static final int HASH_LENGTH = 32;

    private MerklePath() {}

    static byte[] leafHash(byte[] entry) {
        return sha256(new byte[] {0}, entry);
    }

    /** The root to which the path leads from the leaf; empty when a path for that place has another length. */
    static Optional<byte[]> rootOf(long index, long size, byte[] leafHash, List<byte[]> path) {
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
    static boolean consistent(long from, byte[] fromRoot, long to, byte[] toRoot, List<byte[]> path) {
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

    static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static byte[] nodeHash(byte[] left, byte[] right) {
        return sha256(new byte[] {1}, left, right);
    }

    private static boolean notHashes(List<byte[]> path) {
        return path.stream().anyMatch(step -> step.length != HASH_LENGTH);
    }
}
