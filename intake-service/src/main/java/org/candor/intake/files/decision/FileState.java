package org.candor.intake.files.decision;

/**
 * Where a file stands.
 *
 * <pre>
 * UPLOADING ──complete──▶ QUARANTINED ──clean──▶ CLEAN
 *     │                        └──────infected──▶ INFECTED
 *     └──complete, no scanner configured──▶ UNSCANNED
 * </pre>
 *
 * A scanner that does not answer changes nothing: the file stays in quarantine and is tried again.
 */
public enum FileState {
    UPLOADING,
    QUARANTINED,
    CLEAN,
    UNSCANNED,
    INFECTED;

    /** What a scanner says. */
    public enum Verdict {
        CLEAN,
        INFECTED,
        NO_ANSWER
    }

    /** Where a file goes once all of it is here. */
    public static FileState complete(boolean scannerConfigured) {
        return scannerConfigured ? QUARANTINED : UNSCANNED;
    }

    /** The state after a scan; only a file in quarantine changes by it. */
    public FileState after(Verdict verdict) {
        if (this != QUARANTINED) {
            return this;
        }
        return switch (verdict) {
            case CLEAN -> CLEAN;
            case INFECTED -> INFECTED;
            case NO_ANSWER -> QUARANTINED;
        };
    }

    /** True for what may be handed out. */
    public boolean isReleased() {
        return this == CLEAN || this == UNSCANNED;
    }
}
