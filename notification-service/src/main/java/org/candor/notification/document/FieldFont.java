package org.candor.notification.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.candor.kit.document.Documents;

/** The font of what is filled in: which characters it has, how wide they are, and their codes in a content stream. */
final class FieldFont {

    /** Latin letters with the accents of European languages and Vietnamese, digits and punctuation. */
    private static final List<Integer> CHARACTERS = List.of(
            0x20, 0x7e, 0xa0, 0x17f, 0x1a0, 0x1b0, 0x218, 0x21b, 0x1ea0, 0x1ef9, 0x2010, 0x2015, 0x2018, 0x201e);

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    static final FieldFont OPEN_SANS = new FieldFont();

    private final TrueTypeFont font;
    private final CmapLookup glyphs;
    private final float unitsPerEm;

    private FieldFont() {
        try (InputStream in = Documents.textFont()) {
            font = new TTFParser().parse(new RandomAccessReadBuffer(in));
            glyphs = font.getUnicodeCmapLookup();
            unitsPerEm = font.getUnitsPerEm();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Every character that a letter may be filled with. */
    static IntStream characters() {
        IntStream all = IntStream.empty();
        for (int i = 0; i < CHARACTERS.size(); i += 2) {
            all = IntStream.concat(all, IntStream.rangeClosed(CHARACTERS.get(i), CHARACTERS.get(i + 1)));
        }
        return all.filter(point -> OPEN_SANS.glyphs.getGlyphId(point) != 0);
    }

    /** Two bytes a glyph, hexadecimal, as the operator Tj takes them. */
    String codes(String text) {
        StringBuilder hex = new StringBuilder();
        printable(text).codePoints().forEach(point -> hex.append(HEX.toHexDigits((char) glyphs.getGlyphId(point))));
        return hex.toString();
    }

    /** Lines no wider than {@code width} points at that size, broken between words. */
    List<String> wrap(String text, float size, float width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : printable(text).split(" ")) {
            if (!line.isEmpty() && width(line + " " + word, size) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private float width(String text, float size) {
        return text.codePoints().map(glyphs::getGlyphId).map(this::advance).sum() * size / unitsPerEm;
    }

    private int advance(int glyph) {
        try {
            return font.getAdvanceWidth(glyph);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A character that the font lacks loses its accent, or becomes a question mark rather than nothing. */
    String printable(String text) {
        StringBuilder out = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .forEach(point -> out.appendCodePoint(has(point) ? point : substitute(point)));
        return out.toString();
    }

    private static int substitute(int point) {
        int base = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFD)
                .codePointAt(0);
        return has(base) ? base : '?';
    }

    private static boolean has(int point) {
        for (int i = 0; i < CHARACTERS.size(); i += 2) {
            if (CHARACTERS.get(i) <= point && point <= CHARACTERS.get(i + 1)) {
                return OPEN_SANS.glyphs.getGlyphId(point) != 0;
            }
        }
        return false;
    }
}
