package org.candor.local.acceptance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Words that exist nowhere else in the world, each of which knows where it was put in. Found again as they are in any case,
 * as hexadecimal digits, and, without telling which, in Base64.
 */
final class Canaries {

    private final String mark;
    private final Pattern plain;
    private final Pattern hex;
    private final Pattern base64;
    private final Map<String, String> origins = new LinkedHashMap<>();
    private final Map<String, String> literals = new LinkedHashMap<>();

    /** @param mark begins every word; eight small letters */
    Canaries(String mark) {
        this.mark = mark;
        this.plain = Pattern.compile(mark + "([0-9a-f]{6})", Pattern.CASE_INSENSITIVE);
        this.hex = Pattern.compile(hexOf(mark) + "((?:3[0-9]|6[1-6]){6})", Pattern.CASE_INSENSITIVE);
        this.base64 = base64Of(mark);
    }

    /** A new word for that place. */
    synchronized String in(String origin) {
        String id = "%06x".formatted(origins.size() + 1);
        origins.put(id, origin);
        return mark + id;
    }

    /** A text that is unique by itself, such as a receipt, and cannot be chosen. */
    synchronized String known(String origin, String text) {
        literals.put(text, origin);
        return text;
    }

    synchronized int count() {
        return origins.size();
    }

    /** A regular expression that finds each of them, for a database. */
    synchronized String pattern() {
        return String.join(
                "|",
                Stream.concat(Stream.of(mark, hexOf(mark)), literals.keySet().stream())
                        .toList());
    }

    /** Where the words came from that stand in there. */
    Set<String> originsIn(byte[] bytes) {
        return originsIn(new String(bytes, ISO_8859_1));
    }

    synchronized Set<String> originsIn(String text) {
        Set<String> found = new TreeSet<>();
        Matcher words = plain.matcher(text);
        while (words.find()) {
            found.add(origin(words.group(1)));
        }
        Matcher digits = hex.matcher(text);
        while (digits.find()) {
            found.add(origin(new String(HexFormat.of().parseHex(digits.group(1)), US_ASCII)));
        }
        literals.forEach((literal, origin) -> {
            if (text.contains(literal)) {
                found.add(origin);
            }
        });
        if (base64.matcher(text).find()) {
            found.add("in Base64, of unknown origin");
        }
        return found;
    }

    private String origin(String id) {
        return origins.getOrDefault(id.toLowerCase(Locale.ROOT), "unknown " + id);
    }

    private static String hexOf(String text) {
        return HexFormat.of().formatHex(text.getBytes(US_ASCII));
    }

    /** Base64 shows bytes differently after none, one and two others; the ends mix with what stands beside. */
    private static Pattern base64Of(String mark) {
        StringBuilder any = new StringBuilder();
        for (int before = 0; before < 3; before++) {
            String encoded = Base64.getEncoder().encodeToString(("x".repeat(before) + mark).getBytes(US_ASCII));
            int from = before == 0 ? 0 : before + 1;
            int whole = (before + mark.length()) / 3 * 4;
            any.append(before == 0 ? "" : "|").append(Pattern.quote(encoded.substring(from, whole)));
        }
        return Pattern.compile(any.toString());
    }
}
