package org.candor.deploy.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Secrets by what they look like, whatever a file is called: private keys, Tink keysets, drawn passwords, tokens. */
final class SecretText {

    /** A library that reads keys knows their first line; a key has more. */
    private static final Pattern SECRET = Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----\\s+[A-Za-z0-9+/=\\s]{40,}"
            + "|\"primaryKeyId\"\\s*:\\s*[0-9]+\\s*,\\s*\"key\"\\s*:"
            + "|(?m)^(?:[A-Z_]*(?:PASSWORD|SECRET)[A-Z_]*)=[A-Za-z0-9_-]{24,}"
            + "|eyJ[A-Za-z0-9_-]{10,}\\.eyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{20,}");

    /** Code of others, as it was published: some has a key for tries in it, and none has one of ours. */
    private static final Pattern PUBLISHED = Pattern.compile(".*/lib/main/(?!org\\.candor\\.)[^!]+\\.jar!.*\\.class");

    private SecretText() {}

    /** Where one stands: the file, or the file in an archive, in which it is. */
    static List<String> in(String name, byte[] content) throws IOException {
        List<String> found = new ArrayList<>();
        if (name.toLowerCase(Locale.ROOT).matches(".*\\.(jar|zip)")) {
            try (ZipInputStream archive = new ZipInputStream(new ByteArrayInputStream(content))) {
                for (ZipEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                    found.addAll(in(name + "!" + entry.getName(), archive.readAllBytes()));
                }
            }
        } else if (!PUBLISHED.matcher(name).matches()
                && SECRET.matcher(new String(content, ISO_8859_1)).find()) {
            found.add(name);
        }
        return found;
    }
}
