package org.candor.intake.files;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * Copies a JPEG image without what tells of its maker: camera, place, time, thumbnail, comments, colour profile, and all
 * that follows the image (ITU-T T.81 annex B). The picture itself is not touched; which way up the camera was is lost too.
 */
final class JpegCopy {

    private static final int START = 0xFFD8;
    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;
    private static final int COMMENT = 0xFE;
    private static final int APP0 = 0xE0;
    private static final int APP14 = 0xEE;
    private static final int APP15 = 0xEF;
    private static final byte[] JFIF = {'J', 'F', 'I', 'F', 0};
    private static final int JFIF_WITHOUT_THUMBNAIL = 14;

    private final DataInputStream in;
    private final DataOutputStream out;

    JpegCopy(DataInputStream in, DataOutputStream out) {
        this.in = in;
        this.out = out;
    }

    void run() throws IOException {
        if (in.readUnsignedShort() != START) {
            throw new Damaged("no start of image");
        }
        out.writeShort(START);
        int marker = nextMarker();
        while (marker != END) {
            if (!standsAlone(marker)) {
                segment(marker);
            }
            marker = marker == SCAN ? scan() : nextMarker();
        }
        writeMarker(END);
    }

    private void segment(int marker) throws IOException {
        int length = in.readUnsignedShort() - Short.BYTES;
        byte[] content = length < 0 ? new byte[0] : in.readNBytes(length);
        if (content.length != length) {
            throw new Damaged("segment ends too soon");
        }
        if (isNeeded(marker, content)) {
            writeMarker(marker);
            out.writeShort(length + Short.BYTES);
            out.write(content);
        }
    }

    /** Copies entropy-coded data up to the next marker, which it answers; stuffed bytes and restarts belong to the data. */
    private int scan() throws IOException {
        while (true) {
            int next = in.readUnsignedByte();
            if (next != 0xFF) {
                out.write(next);
                continue;
            }
            int marker = skipFill();
            if (marker != 0 && !isRestart(marker)) {
                return marker;
            }
            writeMarker(marker);
        }
    }

    private int nextMarker() throws IOException {
        if (in.readUnsignedByte() != 0xFF) {
            throw new Damaged("no marker where one must be");
        }
        return skipFill();
    }

    private int skipFill() throws IOException {
        int marker = 0xFF;
        while (marker == 0xFF) {
            marker = in.readUnsignedByte();
        }
        return marker;
    }

    private void writeMarker(int marker) throws IOException {
        out.write(0xFF);
        out.write(marker);
    }

    /** Of what applications add, only the density of JFIF and Adobe's colour transform are needed to show the picture. */
    private static boolean isNeeded(int marker, byte[] content) {
        if (marker == APP0) {
            return content.length == JFIF_WITHOUT_THUMBNAIL && Arrays.equals(JFIF, Arrays.copyOf(content, JFIF.length));
        }
        return marker == APP14 || marker != COMMENT && (marker < APP0 || marker > APP15);
    }

    private static boolean isRestart(int marker) {
        return marker >= 0xD0 && marker <= 0xD7;
    }

    private static boolean standsAlone(int marker) {
        return isRestart(marker) || marker == 0x01;
    }
}
