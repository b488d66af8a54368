package org.candor.verify;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** The lines of a stream, each as text, and the length and hash of all of it: so a large file is read once. */
final class MeasuredLines implements AutoCloseable {

    private static final char REPLACEMENT = '\ufffd';

    private final InputStream in;
    private final MessageDigest digest;
    private final byte[] buffer = new byte[128 * 1024];
    private int at;
    private int end;
    private long length;

    MeasuredLines(InputStream in, MessageDigest digest) {
        this.in = in;
        this.digest = digest;
    }

    /** The next line without its end; null after the last. */
    String next() throws IOException, Unreadable {
        if (at == end && !fill()) {
            return null;
        }
        int feed = lineFeed();
        if (feed < end) {
            String line = text(buffer, at, feed - at);
            at = feed + 1;
            return line;
        }
        return longLine();
    }

    /** One that does not end in the buffer. */
    private String longLine() throws IOException, Unreadable {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        do {
            int feed = lineFeed();
            line.write(buffer, at, feed - at);
            at = Math.min(end, feed + 1);
            if (feed < end) {
                break;
            }
        } while (fill());
        return text(line.toByteArray(), 0, line.size());
    }

    /** After the last line. */
    byte[] sha256() {
        return digest.digest();
    }

    long length() {
        return length;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** Where the line ends, or the buffer. Nothing else below a space may stand in it. */
    private int lineFeed() throws Unreadable {
        int feed = at;
        while (feed < end && (buffer[feed] < 0 || buffer[feed] >= ' ')) {
            feed++;
        }
        if (feed < end && buffer[feed] != '\n') {
            throw new Unreadable("a control character in a line");
        }
        return feed;
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, in.readNBytes(buffer, 0, buffer.length));
        digest.update(buffer, 0, end);
        length += end;
        return end > 0;
    }

    private static String text(byte[] bytes, int from, int length) throws Unreadable {
        String text = new String(bytes, from, length, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) >= 0) {
            try {
                // The character itself, or what stands for bytes that are none.
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, length));
            } catch (CharacterCodingException e) {
                throw new Unreadable("not UTF-8");
            }
        }
        return text;
    }
}
