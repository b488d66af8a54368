package org.candor.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the JSON that proofs use: objects, lists, strings, whole numbers from 0. Anything else, a member twice, or a byte
 * after the end makes it unreadable, so that two readers can't see two things in one document.
 */
final class JsonReader {

    private static final int DEEPEST = 8;
    private static final int MOST_DIGITS = 18;

    private final String text;
    private final boolean mayHoldControls;
    private int at;

    private JsonReader(String text, boolean mayHoldControls) {
        this.text = text;
        this.mayHoldControls = mayHoldControls;
    }

    /** The document's object; its values are Map, List, String or Long. */
    static Map<String, Object> object(String text) throws Unreadable {
        return object(new JsonReader(text, true));
    }

    /** The same, of a text in which no control character stands. */
    static Map<String, Object> objectOfLine(String line) throws Unreadable {
        return object(new JsonReader(line, false));
    }

    private static Map<String, Object> object(JsonReader reader) throws Unreadable {
        reader.skipSpace();
        if (reader.peek() != '{') {
            throw new Unreadable("The document is not a JSON object");
        }
        Map<String, Object> object = reader.members(0);
        reader.skipSpace();
        if (reader.at != reader.text.length()) {
            throw reader.wrong("something after the end");
        }
        return object;
    }

    private Object value(int depth) throws Unreadable {
        if (depth > DEEPEST) {
            throw wrong("nesting is too deep");
        }
        skipSpace();
        char c = peek();
        return switch (c) {
            case '{' -> members(depth);
            case '[' -> elements(depth);
            case '"' -> string();
            default -> number();
        };
    }

    private Map<String, Object> members(int depth) throws Unreadable {
        Map<String, Object> members = new LinkedHashMap<>();
        at++;
        if (taken('}')) {
            return members;
        }
        do {
            skipSpace();
            String name = string();
            expect(':');
            if (members.put(name, value(depth + 1)) != null) {
                throw wrong("member " + name + " stands there twice");
            }
        } while (taken(','));
        expect('}');
        return members;
    }

    private List<Object> elements(int depth) throws Unreadable {
        List<Object> elements = new ArrayList<>();
        at++;
        if (taken(']')) {
            return elements;
        }
        do {
            elements.add(value(depth + 1));
        } while (taken(','));
        expect(']');
        return elements;
    }

    private String string() throws Unreadable {
        expect('"');
        int end = text.indexOf('"', at);
        if (end >= 0 && isPlain(end)) {
            String plain = text.substring(at, end);
            at = end + 1;
            return plain;
        }
        StringBuilder string = new StringBuilder();
        while (peek() != '"') {
            char c = text.charAt(at++);
            if (c < ' ') {
                throw wrong("control character in a string");
            }
            string.append(c == '\\' ? escaped() : c);
        }
        at++;
        return string.toString();
    }

    /** Whether what stands before that end means itself. */
    private boolean isPlain(int end) {
        if (text.indexOf('\\', at, end) >= 0) {
            return false;
        }
        for (int i = at; mayHoldControls && i < end; i++) {
            if (text.charAt(i) < ' ') {
                return false;
            }
        }
        return true;
    }

    private char escaped() throws Unreadable {
        char c = peek();
        at++;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw wrong("unknown escape");
        };
    }

    private char unicode() throws Unreadable {
        if (at + 4 > text.length() || !text.substring(at, at + 4).matches("[0-9a-fA-F]{4}")) {
            throw wrong("broken escape");
        }
        at += 4;
        return (char) Integer.parseInt(text.substring(at - 4, at), 16);
    }

    private Long number() throws Unreadable {
        int from = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        int digits = at - from;
        if (digits < 1 || digits > MOST_DIGITS || (digits > 1 && text.charAt(from) == '0')) {
            throw wrong("neither object, list, string nor whole number");
        }
        return Long.parseLong(text, from, at, 10);
    }

    private boolean taken(char c) {
        skipSpace();
        boolean there = at < text.length() && text.charAt(at) == c;
        at += there ? 1 : 0;
        return there;
    }

    private void expect(char c) throws Unreadable {
        if (!taken(c)) {
            throw wrong("expected " + c);
        }
    }

    private char peek() throws Unreadable {
        if (at >= text.length()) {
            throw wrong("the document ends too early");
        }
        return text.charAt(at);
    }

    private void skipSpace() {
        while (at < text.length() && " \n\r\t".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private Unreadable wrong(String what) {
        return new Unreadable("JSON can't be read at character " + at + ": " + what);
    }
}
