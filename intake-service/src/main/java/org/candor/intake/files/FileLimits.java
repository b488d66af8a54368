package org.candor.intake.files;

/** How much a report takes. */
public final class FileLimits {

    /** Bytes of one file. */
    public static final long LARGEST = 25L * 1024 * 1024;

    /** Files of one report. */
    public static final int MOST = 10;

    /** Bytes that are sealed at a time. */
    static final int CHUNK = 256 * 1024;

    private FileLimits() {}
}
