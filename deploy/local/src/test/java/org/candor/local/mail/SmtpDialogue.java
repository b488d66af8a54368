package org.candor.local.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A mail client that says exactly what it is told to. */
final class SmtpDialogue implements AutoCloseable {

    private final Socket socket;
    private final BufferedReader answers;

    SmtpDialogue(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(10_000);
        answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        assertThat(answers.readLine()).startsWith("220");
    }

    /** Says all that comes before the text of a mail. */
    void open(String sender, String... recipients) throws IOException {
        assertThat(say("HELO test")).startsWith("250");
        assertThat(say("MAIL FROM:<" + sender + ">")).startsWith("250");
        for (String recipient : recipients) {
            assertThat(say("RCPT TO:<" + recipient + ">")).startsWith("250");
        }
        assertThat(say("DATA")).startsWith("354");
    }

    String say(String line) throws IOException {
        send(line + "\r\n");
        return answers.readLine();
    }

    void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
