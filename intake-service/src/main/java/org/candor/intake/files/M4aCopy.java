package org.candor.intake.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Set;

/**
 * Copies an MPEG-4 recording (ISO/IEC 14496-12). Boxes that tell of author, device, time and place become free space of the same
 * length, because positions of the sound are counted from the file's beginning; times of recording become none.
 */
final class M4aCopy {

    private static final Set<String> CONTAINERS = Set.of("moov", "trak", "mdia");
    private static final Set<String> TELLING = Set.of("udta", "meta", "uuid", "free", "skip", "wide");
    private static final Set<String> TIMES = Set.of("mvhd", "tkhd", "mdhd");
    private static final byte[] FREE = {'f', 'r', 'e', 'e'};
    private static final int SHORT_HEAD = 8;
    private static final int LONG_HEAD = 16;

    private final DataInputStream in;
    private final DataOutputStream out;

    M4aCopy(DataInputStream in, DataOutputStream out) {
        this.in = in;
        this.out = out;
    }

    /** The whole file has that many bytes. */
    void run(long length) throws IOException {
        boxes(length);
    }

    private void boxes(long length) throws IOException {
        long left = length;
        while (left >= SHORT_HEAD) {
            left -= box(left);
        }
        copy(left, false);
    }

    /** Answers how long it was. */
    private long box(long left) throws IOException {
        int said = in.readInt();
        byte[] name = in.readNBytes(Integer.BYTES);
        String type = new String(name, ISO_8859_1);
        boolean telling = TELLING.contains(type);
        out.writeInt(said);
        out.write(telling ? FREE : name);
        long size = Integer.toUnsignedLong(said);
        int head = SHORT_HEAD;
        if (said == 1) {
            size = in.readLong();
            out.writeLong(size);
            head = LONG_HEAD;
        } else if (said == 0) {
            size = left;
        }
        if (size < head || size > left) {
            throw new Damaged("box of impossible length");
        }
        content(type, size - head, telling);
        return size;
    }

    private void content(String type, long length, boolean telling) throws IOException {
        if (CONTAINERS.contains(type)) {
            boxes(length);
        } else if (TIMES.contains(type) && length > LONG_HEAD + Integer.BYTES) {
            int version = in.readInt();
            out.writeInt(version);
            int times = version >>> 24 == 1 ? 2 * Long.BYTES : 2 * Integer.BYTES;
            copy(times, false);
            copy(length - Integer.BYTES - times, true);
        } else {
            copy(length, !telling);
        }
    }

    private void copy(long length, boolean needed) throws IOException {
        long copied = needed ? Pieces.copy(in, out, length) : Pieces.blank(in, out, length);
        if (copied < length) {
            throw new Damaged("box ends too soon");
        }
    }
}
