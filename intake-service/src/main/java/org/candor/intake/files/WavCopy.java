package org.candor.intake.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Set;

/**
 * Copies a WAV recording. What is neither format nor sound (author, device, time, place, text) becomes an empty chunk of the
 * same length, so that every length in the file stays true. What follows the last whole chunk is left out.
 */
final class WavCopy {

    private static final int HEAD = 12;
    private static final Set<String> NEEDED = Set.of("fmt ", "fact", "data");
    private static final byte[] JUNK = {'J', 'U', 'N', 'K'};

    private final DataInputStream in;
    private final DataOutputStream out;

    WavCopy(DataInputStream in, DataOutputStream out) {
        this.in = in;
        this.out = out;
    }

    void run() throws IOException {
        out.write(in.readNBytes(HEAD));
        byte[] name = in.readNBytes(Integer.BYTES);
        while (name.length == Integer.BYTES) {
            chunk(name);
            name = in.readNBytes(Integer.BYTES);
        }
    }

    private void chunk(byte[] name) throws IOException {
        int littleEndian = in.readInt();
        long length = Integer.toUnsignedLong(Integer.reverseBytes(littleEndian));
        boolean needed = NEEDED.contains(new String(name, ISO_8859_1));
        out.write(needed ? name : JUNK);
        out.writeInt(littleEndian);
        // A recording that was cut off is as long as it is.
        if (needed) {
            Pieces.copy(in, out, length + (length & 1));
        } else {
            Pieces.blank(in, out, length + (length & 1));
        }
    }
}
