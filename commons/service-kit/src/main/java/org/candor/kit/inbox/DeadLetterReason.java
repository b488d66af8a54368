package org.candor.kit.inbox;

/** Why a record became a dead letter; shown to operators with what to do. */
public enum DeadLetterReason {
    UNKNOWN_TOPIC("The service listens to a topic this version does not know. Check the channel's topics."),
    NO_CLOUD_EVENT("CloudEvents headers are missing or malformed. The producer is at fault; nothing to replay."),
    UNKNOWN_TYPE("The type is newer than this version. Upgrade the service, then replay."),
    UNREADABLE_DATA("The data is not JSON of this type. The producer is at fault; replay after it was corrected here."),
    NOT_APPLICABLE(
            "The service failed repeatedly while applying it. Look for the event id in the log, fix, then replay.");

    private final String advice;

    DeadLetterReason(String advice) {
        this.advice = advice;
    }

    public String advice() {
        return advice;
    }
}
