package org.candor.verify;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** An entry of the trail as it reads in {@code candor-entry/1}: a first line, fifteen named lines, and the data. */
final class EntryReader {

    private static final String FORMAT = "candor-entry/1";
    private static final byte[] FIRST_LINE = (FORMAT + "\n").getBytes(StandardCharsets.UTF_8);
    private static final List<String> NAMES = List.of(
            "id",
            "topic",
            "type",
            "source",
            "sequence",
            "subject",
            "incidents",
            "entity",
            "drill",
            "actor",
            "correlation",
            "time",
            "received",
            "sha256",
            "data");

    private static final byte[][] STARTS = NAMES.stream()
            .map(name -> (name + "=").getBytes(StandardCharsets.UTF_8))
            .toArray(byte[][]::new);

    private final byte[] bytes;
    /** Where each value begins and ends. */
    private final int[] from = new int[STARTS.length];

    private final int[] end = new int[STARTS.length];
    private final int data;

    private EntryReader(byte[] bytes) throws Unreadable {
        this.bytes = bytes;
        demand(startsWith(0, FIRST_LINE), 1);
        int at = FIRST_LINE.length;
        for (int i = 0; i < STARTS.length; i++) {
            demand(startsWith(at, STARTS[i]), i + 2);
            from[i] = at + STARTS[i].length;
            end[i] = endOfLine(bytes, from[i]);
            at = end[i] + 1;
        }
        data = at;
        demandUtf8();
    }

    static EntryReader of(byte[] bytes) throws Unreadable {
        return new EntryReader(bytes);
    }

    /** The value of a named line, as it is written. */
    String get(String name) {
        int line = NAMES.indexOf(name);
        return new String(bytes, from[line], end[line] - from[line], StandardCharsets.UTF_8);
    }

    /** True when the length and the hash that the entry states are those of its data. */
    boolean statesItsData() {
        return get("data").equals(Integer.toString(dataLength()))
                && get("sha256").equals(HexFormat.of().formatHex(MerklePath.sha256(bytes, data)));
    }

    /** The data as text, for what it names. */
    String dataText() {
        return new String(bytes, data, dataLength(), StandardCharsets.UTF_8);
    }

    int dataLength() {
        return bytes.length - data;
    }

    private boolean startsWith(int at, byte[] start) {
        return at + start.length <= bytes.length && Arrays.equals(bytes, at, at + start.length, start, 0, start.length);
    }

    private static void demand(boolean condition, int line) throws Unreadable {
        if (!condition) {
            throw new Unreadable("the entry's line " + line + " is not what " + FORMAT + " has there");
        }
    }

    private static int endOfLine(byte[] bytes, int from) throws Unreadable {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        throw new Unreadable("the entry ends within its lines");
    }

    /** The lines, not the data. */
    private void demandUtf8() throws Unreadable {
        for (int i = 0; i < data; i++) {
            if (bytes[i] < 0) {
                try {
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, data));
                    return;
                } catch (CharacterCodingException e) {
                    throw new Unreadable("the entry is not UTF-8");
                }
            }
        }
    }
}
