package org.candor.intake.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Copies pieces of a file. */
final class Pieces {

    private static final int BUFFER = 8192;

    private Pieces() {}

    /** Copies so many bytes, or as many as there are; answers how many. */
    static long copy(InputStream in, OutputStream out, long length) throws IOException {
        return copy(in, out, length, new byte[BUFFER], false);
    }

    /** The same with zeros in their place. */
    static long blank(InputStream in, OutputStream out, long length) throws IOException {
        return copy(in, out, length, new byte[BUFFER], true);
    }

    private static long copy(InputStream in, OutputStream out, long length, byte[] buffer, boolean blank)
            throws IOException {
        byte[] given = blank ? new byte[BUFFER] : buffer;
        long left = length;
        while (left > 0) {
            int read = in.read(buffer, 0, (int) Math.min(left, BUFFER));
            if (read < 0) {
                break;
            }
            out.write(given, 0, read);
            left -= read;
        }
        return length - left;
    }
}
