package org.candor.verify;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One value in DER (ITU-T X.690), as time-stamps are written: a tag, a length, and the content, which of a constructed value is
 * more of the same. Lengths have one right spelling, and nothing may stand after the last value.
 *
 * @param whole the value with its tag and length, as it stands there
 */
record Der(int tag, byte[] content, byte[] whole) {

    static final int INTEGER = 0x02;
    static final int OCTETS = 0x04;
    static final int OID = 0x06;
    static final int TIME = 0x18;
    static final int SEQUENCE = 0x30;
    static final int SET = 0x31;

    private static final int LONGEST_LENGTH = 3;

    /** The one value that these bytes are. */
    static Der of(byte[] bytes) throws Unreadable {
        List<Der> values = all(bytes);
        if (values.size() != 1) {
            throw new Unreadable("The time-stamp is not one DER value");
        }
        return values.getFirst();
    }

    /** Tag of a value that its place names rather than its type; {@code constructed} when more values stand in it. */
    static int context(int number, boolean constructed) {
        return (constructed ? 0xa0 : 0x80) | number;
    }

    boolean is(int wanted) {
        return tag == wanted;
    }

    Der demand(int wanted) throws Unreadable {
        if (tag != wanted) {
            throw new Unreadable("The time-stamp has a value of tag %02x where %02x belongs".formatted(tag, wanted));
        }
        return this;
    }

    /** The values within, of a value that must have that tag. */
    List<Der> within(int wanted) throws Unreadable {
        return all(demand(wanted).content);
    }

    /** An object identifier in dots. */
    String oid() throws Unreadable {
        demand(OID);
        StringBuilder text = new StringBuilder();
        long arc = 0;
        for (int i = 0; i < content.length; i++) {
            arc = arc << 7 | (content[i] & 0x7f);
            if (content[i] >= 0) {
                long first = Math.min(arc / 40, 2);
                text.append(text.isEmpty() ? first + "." + (arc - 40 * first) : "." + arc);
                arc = 0;
            }
        }
        return text.toString();
    }

    String ascii(int wanted) throws Unreadable {
        return new String(demand(wanted).content, StandardCharsets.US_ASCII);
    }

    private static List<Der> all(byte[] bytes) throws Unreadable {
        List<Der> values = new ArrayList<>();
        int at = 0;
        while (at < bytes.length) {
            Der value = at(bytes, at);
            values.add(value);
            at += value.whole.length;
        }
        return values;
    }

    private static Der at(byte[] bytes, int begin) throws Unreadable {
        int at = begin + 1;
        int length = byteAt(bytes, at++);
        if (length > 0x7f) {
            int octets = length & 0x7f;
            if (octets == 0 || octets > LONGEST_LENGTH) {
                throw new Unreadable("The time-stamp is not DER: a length is open or too long");
            }
            length = 0;
            for (int i = 0; i < octets; i++) {
                length = length << 8 | byteAt(bytes, at++);
            }
            if (length < 0x80 || length >> 8 * (octets - 1) == 0) {
                throw new Unreadable("The time-stamp is not DER: a length is not in its shortest form");
            }
        }
        if (length > bytes.length - at) {
            throw new Unreadable("The time-stamp ends within a value");
        }
        return new Der(
                bytes[begin] & 0xff,
                Arrays.copyOfRange(bytes, at, at + length),
                Arrays.copyOfRange(bytes, begin, at + length));
    }

    private static int byteAt(byte[] bytes, int at) throws Unreadable {
        if (at >= bytes.length) {
            throw new Unreadable("The time-stamp ends within a value");
        }
        return bytes[at] & 0xff;
    }
}
