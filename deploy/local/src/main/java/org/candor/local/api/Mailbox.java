package org.candor.local.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The mails that the SMTP server has taken since the story began. */
public final class Mailbox {

    private static final String RECIPIENT = "Delivered-To: ";

    private final Path folder;
    private final Set<Path> before;

    private Mailbox(Path folder, Set<Path> before) {
        this.folder = folder;
        this.before = before;
    }

    public static Mailbox from(Path folder) throws IOException {
        return new Mailbox(folder, Set.copyOf(mailsIn(folder)));
    }

    public Path folder() {
        return folder;
    }

    /** Mails to that address, oldest first. */
    public List<Path> to(String address) throws IOException {
        return arrived().stream()
                .filter(mail -> recipients(mail).contains(address))
                .toList();
    }

    /** Mails to any of those addresses, oldest first. */
    public List<Path> toAny(Set<String> addresses) throws IOException {
        return arrived().stream()
                .filter(mail -> recipients(mail).stream().anyMatch(addresses::contains))
                .toList();
    }

    /** Mails that hold that text on one of their lines, oldest first. */
    public List<Path> holding(String text) throws IOException {
        return arrived().stream()
                .filter(mail -> lines(mail).stream().anyMatch(line -> line.contains(text)))
                .toList();
    }

    /** The mail as it was taken, below the lines of its envelope. */
    public static List<String> lines(Path mail) {
        try {
            return Files.readAllLines(mail, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return List.of();
        }
    }

    private List<Path> arrived() throws IOException {
        return mailsIn(folder).stream().filter(mail -> !before.contains(mail)).toList();
    }

    /** The server writes the envelope before the mail itself. */
    private static Set<String> recipients(Path mail) {
        return lines(mail).stream()
                .takeWhile(line -> !line.isEmpty())
                .filter(line -> line.startsWith(RECIPIENT))
                .map(line -> line.substring(RECIPIENT.length()))
                .collect(Collectors.toSet());
    }

    private static List<Path> mailsIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".eml"))
                    .sorted()
                    .toList();
        }
    }
}
