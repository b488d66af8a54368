package org.candor.verify;

import java.util.Arrays;
import java.util.List;

/**
 * Follows the paths of entries that come one after another to the root of their log. A line's path may end where it meets the
 * way of the line before, which led from there to the root: so a long pack has about two hashes for each entry, not twenty.
 */
final class PathFollower {

    private static final int LONGEST = 64;

    private String origin = "";
    private int before = -1;
    /** The way of the line before: the node on it, and its place, by the number of steps that were still to go. */
    private final byte[][] nodes = new byte[LONGEST][];

    private final long[] places = new long[LONGEST];
    private final long[] lasts = new long[LONGEST];

    /** True when the path leads from that leaf to the root of the checkpoint. */
    boolean leads(long number, byte[] leafHash, List<byte[]> path, CheckpointNote newest) {
        if (number < 0 || number >= newest.size() || MerklePath.notHashes(path)) {
            return false;
        }
        int left = TreeSteps.count(number, newest.size());
        if (path.size() > left || leafHash.length != newest.root().length) {
            return false;
        }
        int meets = left - path.size();
        int known = origin.equals(newest.origin()) ? before : -1;
        TreeSteps steps = new TreeSteps(number, newest.size());
        byte[] hash = leafHash;
        int length = left;
        for (byte[] step : path) {
            nodes[left] = hash;
            places[left] = steps.place();
            lasts[left] = steps.last();
            hash = steps.next() ? MerklePath.nodeHash(step, hash) : MerklePath.nodeHash(hash, step);
            left--;
        }
        boolean leads = meets == 0
                ? Arrays.equals(hash, newest.root())
                : known >= meets
                        && places[meets] == steps.place()
                        && lasts[meets] == steps.last()
                        && Arrays.equals(nodes[meets], hash);
        origin = newest.origin();
        before = leads ? length : -1;
        return leads;
    }
}
