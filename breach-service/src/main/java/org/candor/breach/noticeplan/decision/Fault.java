package org.candor.breach.noticeplan.decision;

/** Something in a plan that cannot be; {@code pointer} is the JSON Pointer of its place in the request. */
public record Fault(String pointer, Why why) {

    /** What is wrong. */
    public enum Why {
        /** No covered entity of that id is affected. */
        UNKNOWN_COVERED_ENTITY,
        /** Neither an affected covered entity nor a business associate of this breach. */
        UNKNOWN_SENDER,
        /** Whoever tells another's people tells its own: else nobody could say who tells whom. */
        SENDER_LEAVES_ITS_OWN_TO_ANOTHER,
        /** People are shared by two at least. */
        SHARED_BY_ONE,
        /** One group for one set of covered entities. */
        SHARED_TWICE,
        /** A covered entity shares more people than it has. */
        SHARED_OVER_COUNT,
        /** Shared people are told by the sender of one of theirs. */
        SENDER_OF_NONE_OF_THEM
    }
}
