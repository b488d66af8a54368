package org.candor.verify;

/** The way from a leaf of a tree up to its root (RFC 9162, 2.1.3.2). */
final class TreeSteps {

    private long place;
    private long last;

    TreeSteps(long index, long size) {
        place = index;
        last = size - 1;
    }

    /** The number of steps from that leaf to the root. */
    static int count(long index, long size) {
        TreeSteps steps = new TreeSteps(index, size);
        int count = 0;
        while (!steps.isAtRoot()) {
            steps.next();
            count++;
        }
        return count;
    }

    /** From the root of the last complete subtree of the older tree. */
    static TreeSteps fromCompleteSubtree(long from, long to) {
        TreeSteps steps = new TreeSteps(from - 1, to);
        while ((steps.place & 1) == 1) {
            steps.up();
        }
        return steps;
    }

    /** Which node of its level it is. */
    long place() {
        return place;
    }

    /** The last node of that level. */
    long last() {
        return last;
    }

    boolean isAtRoot() {
        return last == 0;
    }

    /** Goes one step up; true when the step's hash is the left half. */
    boolean next() {
        boolean left = (place & 1) == 1 || place == last;
        if (left) {
            while ((place & 1) == 0 && place != 0) {
                up();
            }
        }
        up();
        return left;
    }

    private void up() {
        place >>= 1;
        last >>= 1;
    }
}
