package org.candor.audit.pack;

import java.util.Arrays;
import java.util.List;

/**
 * Leaves out of each path what the line before has already: from where the two meet on, both ways to the root are one. A long
 * pack so has about two hashes for each entry, however large the log is.
 */
final class ShortPaths {

    private String log = "";
    private List<byte[]> before = List.of();

    List<byte[]> shortened(String origin, List<byte[]> path) {
        int same = log.equals(origin) ? same(path, before) : 0;
        log = origin;
        before = path;
        return path.subList(0, path.size() - same);
    }

    /** How many hashes at the end of both are the same. */
    private static int same(List<byte[]> one, List<byte[]> other) {
        int most = Math.min(one.size(), other.size());
        int same = 0;
        while (same < most && Arrays.equals(one.get(one.size() - 1 - same), other.get(other.size() - 1 - same))) {
            same++;
        }
        return same;
    }
}
