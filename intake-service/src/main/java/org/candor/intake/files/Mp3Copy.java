package org.candor.intake.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;

/** Copies an MP3 recording without its tags: ID3v2 and APEv2 before and behind it, ID3v1 at its end. The sound is not touched. */
final class Mp3Copy {

    private static final int ID3V2_HEADER = 10;
    private static final int ID3V2_FOOTER_FLAG = 0x10;
    private static final int ID3V1 = 128;
    private static final int APE_FOOTER = 32;
    private static final int APE_SIZE_AT = 12;
    private static final int APE_FLAGS_AT = 20;

    private final RandomAccessFile in;

    Mp3Copy(RandomAccessFile in) {
        this.in = in;
    }

    void run(OutputStream out) throws IOException {
        long begin = behindTags();
        long end = beforeTags(begin);
        if (end <= begin) {
            throw new Damaged("tags only");
        }
        WritableByteChannel sound = Channels.newChannel(out);
        FileChannel source = in.getChannel();
        while (begin < end) {
            begin += source.transferTo(begin, end - begin, sound);
        }
    }

    private long behindTags() throws IOException {
        long at = 0;
        while (is("ID3", at)) {
            byte[] header = read(at, ID3V2_HEADER);
            long size = 0;
            for (int i = 6; i < ID3V2_HEADER; i++) {
                size = size << 7 | header[i] & 0x7F;
            }
            at += size + ID3V2_HEADER + ((header[5] & ID3V2_FOOTER_FLAG) == 0 ? 0 : ID3V2_HEADER);
        }
        return at;
    }

    private long beforeTags(long begin) throws IOException {
        long end = in.length();
        long before;
        do {
            before = end;
            if (end - begin >= ID3V1 && is("TAG", end - ID3V1)) {
                end -= ID3V1;
            }
            if (end - begin >= APE_FOOTER && is("APETAGEX", end - APE_FOOTER)) {
                byte[] footer = read(end - APE_FOOTER, APE_FOOTER);
                boolean hasHeader = (footer[APE_FLAGS_AT + 3] & 0x80) != 0;
                end -= littleEndian(footer, APE_SIZE_AT) + (hasHeader ? APE_FOOTER : 0);
            }
        } while (end < before && end > begin);
        return end;
    }

    private boolean is(String mark, long at) throws IOException {
        return at >= 0
                && at + mark.length() <= in.length()
                && new String(read(at, mark.length()), ISO_8859_1).equals(mark);
    }

    private byte[] read(long at, int length) throws IOException {
        byte[] bytes = new byte[length];
        in.seek(at);
        try {
            in.readFully(bytes);
        } catch (EOFException e) {
            throw new Damaged("tag ends too soon");
        }
        return bytes;
    }

    private static long littleEndian(byte[] bytes, int at) {
        long value = 0;
        for (int i = 3; i >= 0; i--) {
            value = value << 8 | bytes[at + i] & 0xFF;
        }
        return value;
    }
}
