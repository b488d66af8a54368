package org.candor.local.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.candor.local.Layout;
import org.candor.local.Ports;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailServerTest {

    @TempDir
    Path folder;

    private final int port = Ports.free().of(Ports.SMTP);
    private Layout layout;
    private MailServer server;

    @BeforeEach
    void start() throws IOException {
        layout = new Layout(folder);
        layout.create();
        server = new MailServer(layout, port);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void hasTheMailOnDiskWhenItAnswers() throws IOException {
        try (SmtpDialogue smtp = new SmtpDialogue(port)) {
            smtp.open("breach@city.example", "first@example.org", "second@example.org");
            assertThat(smtp.say("Subject: Notice\r\n\r\n..A dot begins this line\r\nñ\r\n."))
                    .startsWith("250");
            assertThat(mails()).hasSize(1);
        }
        assertThat(Files.readString(mails().getFirst()))
                .startsWith("Return-Path: <breach@city.example>\r\n"
                        + "Delivered-To: first@example.org\r\nDelivered-To: second@example.org\r\n")
                .contains("Subject: Notice\r\n\r\n.A dot begins this line\r\nñ");
    }

    @Test
    void keepsEachMailOfAConnection() throws IOException {
        try (SmtpDialogue smtp = new SmtpDialogue(port)) {
            for (int mail = 0; mail < 3; mail++) {
                smtp.open("a@example.org", "b@example.org");
                assertThat(smtp.say("Subject: " + mail + "\r\n\r\ntext\r\n.")).startsWith("250");
            }
        }
        assertThat(mails()).hasSize(3);
    }

    @Test
    void keepsNothingOfAMailThatIsBrokenOff() throws IOException {
        try (SmtpDialogue smtp = new SmtpDialogue(port)) {
            smtp.open("a@example.org", "b@example.org");
            smtp.send("Subject: Half\r\n\r\nhalf a");
        }
        try (SmtpDialogue next = new SmtpDialogue(port)) {
            next.open("a@example.org", "b@example.org");
            assertThat(next.say("Subject: Whole\r\n\r\nwhole\r\n.")).startsWith("250");
        }
        Awaitility.await().untilAsserted(() -> assertThat(allFiles()).hasSize(1));
        assertThat(Files.readString(mails().getFirst())).contains("Subject: Whole");
    }

    @Test
    void refusesWhatIsNoDialogueAndGoesOn() throws IOException {
        try (SmtpDialogue smtp = new SmtpDialogue(port)) {
            assertThat(smtp.say("DATA")).startsWith("503");
            assertThat(smtp.say("GET / HTTP/1.1")).startsWith("500");
            assertThat(smtp.say("RCPT TO:<before@any.sender>")).startsWith("503");
            smtp.open("a@example.org", "b@example.org");
            assertThat(smtp.say("Subject: After all\r\n\r\ntext\r\n.")).startsWith("250");
        }
        assertThat(mails()).hasSize(1);
    }

    @Test
    void asksToTryAgainWhenItCanNotKeepAMail() throws IOException {
        Files.delete(layout.mail());
        try (SmtpDialogue smtp = new SmtpDialogue(port)) {
            smtp.open("a@example.org", "b@example.org");
            assertThat(smtp.say("Subject: Lost\r\n\r\ntext\r\n.")).startsWith("451");
        }
    }

    @Test
    void canBeStartedAgain() throws IOException {
        server.stop();
        server.start();
        try (SmtpDialogue smtp = new SmtpDialogue(port)) {
            assertThat(smtp.say("NOOP")).startsWith("250");
        }
    }

    private List<Path> mails() throws IOException {
        return allFiles().stream()
                .filter(file -> file.toString().endsWith(".eml"))
                .filter(file -> !file.getFileName().toString().startsWith("."))
                .toList();
    }

    private List<Path> allFiles() throws IOException {
        try (Stream<Path> files = Files.list(layout.mail())) {
            return files.sorted().toList();
        }
    }
}
