package org.candor.intake.files;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.candor.intake.files.decision.FileState.Verdict;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A scanner that speaks clamd's INSTREAM (clamd(8)). Its calls block. */
@ApplicationScoped
class ClamAv {

    private final Optional<String> address;
    private final int patienceMillis;

    ClamAv(
            @ConfigProperty(name = "candor.clamav.address") Optional<String> address,
            @ConfigProperty(name = "candor.clamav.patience") Duration patience) {
        this.address = address.filter(text -> !text.isBlank());
        this.patienceMillis = Math.toIntExact(patience.toMillis());
    }

    boolean isConfigured() {
        return address.isPresent();
    }

    /** Opens a conversation about one file. */
    Conversation open() throws IOException {
        URI server = URI.create("tcp://" + address.orElseThrow());
        return new Conversation(server.getHost(), server.getPort(), patienceMillis);
    }

    /** One file on its way to the scanner. */
    static final class Conversation implements AutoCloseable {

        private static final int LONGEST_ANSWER = 4096;

        private final Socket socket = new Socket();
        private final DataOutputStream out;

        private Conversation(String host, int port, int patienceMillis) throws IOException {
            try {
                socket.connect(new InetSocketAddress(host, port), patienceMillis);
                socket.setSoTimeout(patienceMillis);
                out = new DataOutputStream(socket.getOutputStream());
                out.write("zINSTREAM\0".getBytes(US_ASCII));
            } catch (IOException e) {
                socket.close();
                throw e;
            }
        }

        void send(byte[] chunk) throws IOException {
            out.writeInt(chunk.length);
            out.write(chunk);
        }

        /** What the scanner says of all that was sent; anything but its two clear answers is none. */
        Verdict verdict() throws IOException {
            out.writeInt(0);
            out.flush();
            String answer = new String(socket.getInputStream().readNBytes(LONGEST_ANSWER), US_ASCII).strip();
            String said = answer.replace("\0", "");
            if (said.equals("stream: OK")) {
                return Verdict.CLEAN;
            }
            return said.startsWith("stream: ") && said.endsWith(" FOUND") ? Verdict.INFECTED : Verdict.NO_ANSWER;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
