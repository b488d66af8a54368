package org.candor.verify;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An entry of the trail as it reads in {@code candor-entry/1}: a first line, fifteen named lines, and the data. */
final class EntryReader {

    private static final String FORMAT = "candor-entry/1";
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

    private final Map<String, String> lines = new LinkedHashMap<>();
    private final byte[] data;

    private EntryReader(byte[] bytes) throws Unreadable {
        int at = 0;
        for (int i = -1; i < NAMES.size(); i++) {
            int end = endOfLine(bytes, at);
            String line = utf8(bytes, at, end);
            if (i < 0 ? !line.equals(FORMAT) : !line.startsWith(NAMES.get(i) + "=")) {
                throw new Unreadable("the entry's line " + (i + 2) + " is not what " + FORMAT + " has there");
            }
            if (i >= 0) {
                lines.put(NAMES.get(i), line.substring(NAMES.get(i).length() + 1));
            }
            at = end + 1;
        }
        data = Arrays.copyOfRange(bytes, at, bytes.length);
    }

    static EntryReader of(byte[] bytes) throws Unreadable {
        return new EntryReader(bytes);
    }

    /** The value of a named line, as it is written. */
    String get(String name) {
        return lines.get(name);
    }

    /** True when the length and the hash that the entry states are those of its data. */
    boolean statesItsData() {
        return get("data").equals(Integer.toString(data.length))
                && get("sha256").equals(HexFormat.of().formatHex(MerklePath.sha256(data)));
    }

    /** True when the data holds that text. */
    boolean names(String text) {
        return new String(data, StandardCharsets.UTF_8).contains(text);
    }

    int dataLength() {
        return data.length;
    }

    private static int endOfLine(byte[] bytes, int from) throws Unreadable {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        throw new Unreadable("the entry ends within its lines");
    }

    private static String utf8(byte[] bytes, int from, int end) throws Unreadable {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, end - from))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Unreadable("the entry is not UTF-8");
        }
    }
}
