package org.candor.kit.csv;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import org.candor.kit.errors.Problem;
import org.candor.kit.errors.ProblemCode;

/** The text of a file in UTF-8, without its mark. */
public final class Utf8Text {

    private static final String MARK = "\uFEFF";

    private Utf8Text() {}

    /** Refuses with that code what is empty or in another encoding, and says at which line. */
    public static String of(byte[] file, ProblemCode code) {
        if (file == null || file.length == 0) {
            throw refusal(code, 1, "the file is empty");
        }
        ByteBuffer bytes = ByteBuffer.wrap(file);
        CharBuffer text = CharBuffer.allocate(file.length);
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        if (decoder.decode(bytes, text, true).isError()) {
            throw refusal(code, lineAt(file, bytes.position()), "is not in UTF-8");
        }
        String all = text.flip().toString();
        return all.startsWith(MARK) ? all.substring(MARK.length()) : all;
    }

    static Problem refusal(ProblemCode code, long line, String why) {
        return new Problem(code).field("line " + line, why);
    }

    private static long lineAt(byte[] file, int position) {
        long line = 1;
        for (int i = 0; i < position; i++) {
            if (file[i] == '\n') {
                line++;
            }
        }
        return line;
    }
}
