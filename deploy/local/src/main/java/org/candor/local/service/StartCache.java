package org.candor.local.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.candor.local.process.Java;

/**
 * What the JVM has learned from an earlier start of a service ({@code -XX:AOTCache}, JDK 25 and newer). It only fits the
 * build of the JDK and the files of the application that it was made with, so these are part of its name.
 */
final class StartCache {

    private static final int FIRST_JDK = 25;

    private final Path folder;
    private final String service;
    private final Path application;

    /** A cache in that folder for the application that lies beside the jar. */
    StartCache(Path folder, String service, Path jar) {
        this.folder = folder;
        this.service = service;
        this.application = jar.getParent();
    }

    static boolean supported() {
        return Java.version() >= FIRST_JDK;
    }

    /** The flags of a start: with the cache when there is one. */
    List<String> flags() throws IOException {
        return usable() ? List.of("-XX:AOTCache=" + file()) : List.of();
    }

    boolean usable() throws IOException {
        return supported() && Files.exists(file());
    }

    /** Where a training run writes; {@link #adopt} makes it the cache. */
    Path draft() {
        return folder.resolve(service + ".draft");
    }

    /** Takes the draft into use for the next start, in place of what an older build has left. */
    void adopt() throws IOException {
        try (DirectoryStream<Path> older = Files.newDirectoryStream(folder, service + "-*.aot")) {
            for (Path file : older) {
                Files.delete(file);
            }
        }
        Files.move(draft(), file(), StandardCopyOption.ATOMIC_MOVE);
    }

    private Path file() throws IOException {
        return folder.resolve("%s-%s.aot".formatted(service, fingerprint()));
    }

    private String fingerprint() throws IOException {
        MessageDigest digest = sha256();
        digest.update(System.getProperty("java.vm.version").getBytes(StandardCharsets.UTF_8));
        try (Stream<Path> files = Files.walk(application)) {
            files.filter(Files::isRegularFile)
                    .sorted()
                    .forEach(file -> digest.update(describe(file).getBytes(StandardCharsets.UTF_8)));
        }
        return HexFormat.of().formatHex(digest.digest(), 0, 8);
    }

    private static String describe(Path file) {
        try {
            return file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file) + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
