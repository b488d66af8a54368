package org.candor.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The members of a proof document: exactly those of its format, each of its kind. */
final class Members {

    private final Map<String, Object> values;

    Members(Map<String, Object> values, Set<String> expected) throws Unreadable {
        if (!values.keySet().equals(expected)) {
            throw new Unreadable("The document has the members " + values.keySet() + ", not " + expected);
        }
        this.values = values;
    }

    /** The values of a list of objects, each with exactly the members that are expected. */
    List<Members> listOf(String name, Set<String> expected) throws Unreadable {
        if (!(values.get(name) instanceof List<?> list)) {
            throw new Unreadable(name + " is not a list");
        }
        List<Members> all = new ArrayList<>();
        for (Object element : list) {
            all.add(of(name, element, expected));
        }
        return all;
    }

    Members object(String name, Set<String> expected) throws Unreadable {
        return of(name, values.get(name), expected);
    }

    private static Members of(String name, Object value, Set<String> expected) throws Unreadable {
        if (!(value instanceof Map<?, ?> map)) {
            throw new Unreadable(name + " is not an object");
        }
        Map<String, Object> object = new LinkedHashMap<>();
        map.forEach((key, member) -> object.put((String) key, member));
        return new Members(object, expected);
    }

    long number(String name) throws Unreadable {
        if (values.get(name) instanceof Long number) {
            return number;
        }
        throw new Unreadable(name + " is not a whole number");
    }

    String text(String name) throws Unreadable {
        if (values.get(name) instanceof String text) {
            return text;
        }
        throw new Unreadable(name + " is not a string");
    }

    byte[] bytes(String name) throws Unreadable {
        return base64(name, text(name));
    }

    List<byte[]> listOfBytes(String name) throws Unreadable {
        if (!(values.get(name) instanceof List<?> list)) {
            throw new Unreadable(name + " is not a list");
        }
        List<byte[]> all = new ArrayList<>();
        for (Object element : list) {
            if (!(element instanceof String text)) {
                throw new Unreadable(name + " holds something that is not a string");
            }
            all.add(base64(name, text));
        }
        return all;
    }

    /** Base64 with padding, in its only right spelling: the decoder alone would let padding and spare bits differ. */
    static byte[] base64(String name, String text) throws Unreadable {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            // Only the last four characters can be spelt otherwise.
            int whole = Math.max(0, bytes.length - 1) / 3 * 3;
            String end = Base64.getEncoder().encodeToString(Arrays.copyOfRange(bytes, whole, bytes.length));
            if (text.length() == (bytes.length + 2) / 3 * 4 && text.endsWith(end)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            throw new Unreadable(name + " is not base64: " + e.getMessage());
        }
        throw new Unreadable(name + " is not base64 in its one right spelling");
    }
}
