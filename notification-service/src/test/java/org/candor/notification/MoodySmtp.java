package org.candor.notification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * An SMTP server whose mood depends on the recipient: {@code refused@} gets 550, {@code busy@} gets 450 the first time, for
 * {@code drop@} the connection is lost after the first mail was taken and before that is said.
 */
final class MoodySmtp implements AutoCloseable {

    private final ServerSocket door;
    private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final List<String> messageIds = new CopyOnWriteArrayList<>();

    /** How it greets its first clients; it greets the others as it should. */
    enum Greeting {
        AT_ONCE,
        /** 421: come back later. */
        BUSY,
        /** Within the client's patience. */
        LATE,
        /** A byte a second, and never an end. */
        DRIPPING
    }

    private static final int BADLY_GREETED = 2;

    private final Greeting greeting;
    private final java.util.concurrent.atomic.AtomicInteger greeted = new java.util.concurrent.atomic.AtomicInteger();

    private MoodySmtp(ServerSocket door, Greeting greeting) {
        this.door = door;
        this.greeting = greeting;
    }

    static MoodySmtp start() throws IOException {
        return start(Greeting.AT_ONCE);
    }

    static MoodySmtp start(Greeting greeting) throws IOException {
        int port = ConfigProvider.getConfig().getValue("quarkus.mailer.port", Integer.class);
        MoodySmtp server = new MoodySmtp(new ServerSocket(port, 50, InetAddress.getByName("127.0.0.1")), greeting);
        Thread.ofVirtual().start(server::accept);
        return server;
    }

    /** Message-IDs of notices in the order of arrival, those included of which the client never learned. */
    List<String> messageIds() {
        return List.copyOf(messageIds);
    }

    @Override
    public void close() throws IOException {
        door.close();
        // A connection kept by the client's pool must not outlive the server.
        for (Socket client : clients) {
            client.close();
        }
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                clients.add(client);
                Thread.ofVirtual().start(() -> talk(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket client) {
        try (client;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
                OutputStream out = client.getOutputStream()) {
            if (!greet(out)) {
                return;
            }
            String recipient = "";
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String verb = line.split("[ :]")[0].toUpperCase(java.util.Locale.ROOT);
                switch (verb) {
                    case "EHLO", "HELO" -> answer(out, "250 moody");
                    case "RCPT" -> {
                        recipient = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
                        answer(out, mood(recipient));
                    }
                    case "DATA" -> {
                        answer(out, "354 go on");
                        take(in);
                        if (recipient.startsWith("drop@") && seen.add(recipient)) {
                            return;
                        }
                        answer(out, "250 taken");
                    }
                    case "QUIT" -> {
                        answer(out, "221 bye");
                        return;
                    }
                    default -> answer(out, "250 ok");
                }
            }
        } catch (IOException gone) {
            // The client has seen it, too.
        }
    }

    private boolean greet(OutputStream out) throws IOException {
        Greeting now = greeted.getAndIncrement() < BADLY_GREETED ? greeting : Greeting.AT_ONCE;
        switch (now) {
            case AT_ONCE -> answer(out, "220 moody");
            case BUSY -> answer(out, "421 too many");
            case LATE -> {
                pause(2000);
                answer(out, "220 moody");
            }
            case DRIPPING -> {
                for (char letter : "220-moody".toCharArray()) {
                    out.write(letter);
                    out.flush();
                    pause(1000);
                }
            }
        }
        return now == Greeting.AT_ONCE || now == Greeting.LATE;
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private String mood(String recipient) {
        if (recipient.startsWith("refused@")) {
            return "550 no such mailbox";
        }
        return recipient.startsWith("busy@") && seen.add(recipient) ? "450 try later" : "250 ok";
    }

    private void take(BufferedReader in) throws IOException {
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            if (line.startsWith("Message-ID: <notice-")) {
                messageIds.add(line.substring("Message-ID:".length()).strip());
            }
        }
    }

    private static void answer(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
