package org.candor.verify;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The files of a pack. Reads each as a stream, so that a pack may be larger than the memory. */
final class Pack implements AutoCloseable {

    private static final int LARGEST_TEXT = 64 * 1024 * 1024;

    private final ZipFile zip;

    private Pack(ZipFile zip) {
        this.zip = zip;
    }

    static Pack open(Path file) throws IOException {
        return new Pack(new ZipFile(file.toFile(), StandardCharsets.UTF_8));
    }

    /** The names in the order of the file; one that stands there twice makes the pack unreadable. */
    Set<String> names() throws Unreadable {
        Set<String> names = new HashSet<>();
        for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
            if (!names.add(entry.getName())) {
                throw new Unreadable(entry.getName() + " stands twice in the pack");
            }
        }
        return names;
    }

    /** Length and SHA-256 of a file, as the manifest has them. */
    PackManifest.Listed measured(String name) throws IOException, Unreadable {
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(stream(name), digest)) {
            long bytes = in.transferTo(OutputStream.nullOutputStream());
            return new PackManifest.Listed(name, HexFormat.of().formatHex(digest.digest()), bytes);
        }
    }

    String text(String name) throws IOException, Unreadable {
        try (InputStream in = stream(name)) {
            byte[] bytes = in.readNBytes(LARGEST_TEXT);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Unreadable(name + " is not UTF-8");
        }
    }

    /** The lines of a file, one JSON object with those members each; the caller closes it. */
    PackLines lines(String name, Set<String> members) throws IOException, Unreadable {
        return new PackLines(name, new MeasuredLines(stream(name), sha256()), members);
    }

    /** Names below that folder. */
    List<String> below(String folder) {
        return zip.stream()
                .map(ZipEntry::getName)
                .filter(name -> name.startsWith(folder))
                .sorted()
                .toList();
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private InputStream stream(String name) throws IOException, Unreadable {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new Unreadable(name + " is missing in the pack");
        }
        return zip.getInputStream(entry);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
