package org.candor.audit.programme;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What names a text that people sign or read, whoever keeps it. */
public final class Wording {

    private Wording() {}

    /** SHA-256 of the text in UTF-8, in hexadecimal. */
    public static String sha256(String wording) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(wording.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing", e);
        }
    }
}
