package org.candor.local.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** One file per mail. When {@link #keep} returns, the mail is on the disk under its final name. */
final class MailFolder {

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss.SSS").withZone(ZoneOffset.UTC);

    private final Path folder;
    private final Clock clock;
    private final AtomicLong counter = new AtomicLong();

    MailFolder(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** Keeps a mail, with the envelope as header lines before it; answers the name of its file. */
    String keep(String sender, List<String> recipients, InputStream content) throws IOException {
        String name = "%sZ-%d-%d.eml"
                .formatted(NAME.format(clock.instant()), ProcessHandle.current().pid(), counter.incrementAndGet());
        Path draft = folder.resolve("." + name);
        try {
            write(draft, envelope(sender, recipients), content);
            Files.move(draft, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            force(folder);
            return name;
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static void write(Path file, String envelope, InputStream content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            OutputStream out = Channels.newOutputStream(channel);
            out.write(envelope.getBytes(StandardCharsets.UTF_8));
            content.transferTo(out);
            channel.force(true);
        }
    }

    private static String envelope(String sender, List<String> recipients) {
        StringBuilder lines = new StringBuilder("Return-Path: <%s>\r\n".formatted(sender));
        recipients.forEach(recipient -> lines.append("Delivered-To: %s\r\n".formatted(recipient)));
        return lines.toString();
    }

    /** Without this the new name could be lost in a power cut although the content is there. */
    private static void force(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
