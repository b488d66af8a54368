package org.candor.intake.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;

/** A scanner that speaks clamd's INSTREAM on a socket and knows one virus: the EICAR test file. */
public final class ScannerServer implements QuarkusTestResourceLifecycleManager {

    /** A system property, because the test and this server live in two class loaders. */
    private static final String SILENT = "candor.test.scanner-is-silent";

    private ServerSocket server;

    /** While silent it takes files and hangs up without an answer. */
    static void beSilent(boolean silence) {
        System.setProperty(SILENT, Boolean.toString(silence));
    }

    @Override
    public Map<String, String> start() {
        try {
            server = new ServerSocket(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().start(this::serve);
        return Map.of("candor.clamav.address", "127.0.0.1:" + server.getLocalPort());
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket client = server.accept()) {
                answer(client);
            } catch (IOException nextOne) {
                // The client or the test ended; the loop sees which.
            }
        }
    }

    private void answer(Socket client) throws IOException {
        DataInputStream in = new DataInputStream(client.getInputStream());
        String command = new String(in.readNBytes("zINSTREAM\0".length()), US_ASCII);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        for (int length = in.readInt(); length > 0; length = in.readInt()) {
            file.write(in.readNBytes(length));
        }
        if (!Boolean.getBoolean(SILENT)) {
            client.getOutputStream().write((verdict(command, file) + "\0").getBytes(US_ASCII));
        }
    }

    private static String verdict(String command, ByteArrayOutputStream file) {
        if (!"zINSTREAM\0".equals(command)) {
            return "UNKNOWN COMMAND";
        }
        boolean infected = file.toString(ISO_8859_1).contains("EICAR-STANDARD-ANTIVIRUS-TEST-FILE");
        return infected ? "stream: Eicar-Test-Signature FOUND" : "stream: OK";
    }

    @Override
    public void stop() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
