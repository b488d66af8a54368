package org.candor.intake.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Set;

/** Copies a PNG image without text, time, EXIF, profile, what is unknown, and all that follows the image (ISO 15948). */
final class PngCopy {

    private static final long SIGNATURE = 0x89504E470D0A1A0AL;
    private static final Set<String> NEEDED = Set.of(
            "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "sBIT", "bKGD", "pHYs", "acTL", "fcTL",
            "fdAT");
    private static final int CRC_BYTES = 4;

    private final DataInputStream in;
    private final DataOutputStream out;

    PngCopy(DataInputStream in, DataOutputStream out) {
        this.in = in;
        this.out = out;
    }

    void run() throws IOException {
        if (in.readLong() != SIGNATURE) {
            throw new Damaged("no signature");
        }
        out.writeLong(SIGNATURE);
        String type = "";
        while (!"IEND".equals(type)) {
            type = chunk();
        }
    }

    private String chunk() throws IOException {
        int length = in.readInt();
        if (length < 0 || length > FileLimits.LARGEST) {
            throw new Damaged("chunk of impossible length");
        }
        byte[] name = in.readNBytes(Integer.BYTES);
        String type = new String(name, ISO_8859_1);
        if (NEEDED.contains(type)) {
            out.writeInt(length);
            out.write(name);
            copy(length + CRC_BYTES);
        } else {
            in.skipNBytes(length + (long) CRC_BYTES);
        }
        return type;
    }

    private void copy(int length) throws IOException {
        if (Pieces.copy(in, out, length) < length) {
            throw new Damaged("chunk ends too soon");
        }
    }
}
