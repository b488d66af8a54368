package org.candor.kit.inbox;

/** What a consumer answers. */
public enum Handling {
    /** Done, or nothing to do. */
    APPLIED,
    /** The precondition has not come: whatever was changed is rolled back, the fact is kept and tried again. */
    WAITING
}
