package org.candor.notification.deadline;

import java.util.stream.Stream;

/** How much time an open duty has left, in the steps in which people plan. */
enum DaysLeft {
    OVERDUE("overdue", Long.MIN_VALUE),
    TODAY("today", 0),
    THREE_DAYS("1-3", 3),
    A_WEEK("4-7", 7),
    TWO_WEEKS("8-14", 14),
    A_MONTH("15-30", 30),
    LATER("later", Long.MAX_VALUE);

    private final String label;
    private final long most;

    DaysLeft(String label, long most) {
        this.label = label;
        this.most = most;
    }

    /** Late is what the board calls late; a duty may have no day left and not be late yet. */
    static DaysLeft of(boolean late, long days) {
        return late
                ? OVERDUE
                : Stream.of(values())
                        .filter(step -> step != OVERDUE && days <= step.most)
                        .findFirst()
                        .orElse(LATER);
    }

    String label() {
        return label;
    }
}
