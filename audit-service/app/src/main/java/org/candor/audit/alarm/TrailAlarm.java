package org.candor.audit.alarm;

/** What can be wrong with the trail itself, and what the auditor is to do about it. */
public enum TrailAlarm {
    TRAIL_IS_NOT_WHAT_WAS_SIGNED(
            "The trail is not what was signed. Keep the database as it is, read GET /audit/self-check, and compare with the"
                    + " witness and the copies outside"),
    TIME_STAMP_IS_MISSING(
            "No time-stamp of the trail's newest checkpoint could be had for a day. Ask the time-stamping authority, and compare"
                    + " its certificate with the file that CANDOR_TSA_CERTIFICATE_FILE names"),
    WITNESS_REFUSES(
            "The witness refuses the trail's newest checkpoint: the trail was put back or rewritten, or its key is used"
                    + " elsewhere. Compare the witness's checkpoint with ours before anything else is done");

    private final String task;

    TrailAlarm(String task) {
        this.task = task;
    }

    String task() {
        return task;
    }
}
