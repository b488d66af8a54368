package org.candor.intake.mailbox;

/** How long a message may be. */
public final class MessageLimits {

    /** Characters of one message. */
    public static final int LONGEST = 10_000;

    private MessageLimits() {}
}
