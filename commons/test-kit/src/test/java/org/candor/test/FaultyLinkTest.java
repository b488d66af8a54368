package org.candor.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultyLinkTest {

    private ServerSocket echo;
    private FaultyLink link;

    @BeforeEach
    void open() throws IOException {
        echo = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::answerEverybody);
        link = FaultyLink.open().leadTo(echo.getLocalPort());
    }

    @AfterEach
    void close() throws IOException {
        link.close();
        echo.close();
    }

    @Test
    void passesBytesBothWays() throws IOException {
        try (Socket client = connected()) {
            assertThat(echoed(client)).isEqualTo(7);
        }
    }

    @Test
    void aCutResetsOpenConnectionsAndNewOnes() throws IOException {
        try (Socket client = connected()) {
            echoed(client);
            link.cut();

            assertThatThrownBy(() -> echoed(client)).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> {
                        try (Socket next = connected()) {
                            echoed(next);
                        }
                    })
                    .isInstanceOf(IOException.class);
        }
        link.restore();
        passesBytesBothWays();
    }

    @Test
    void aStalledLinkKeepsTheConnectionAndDeliversLater() throws IOException {
        try (Socket client = connected()) {
            echoed(client);
            link.stall();
            client.setSoTimeout(200);
            assertThatThrownBy(() -> echoed(client)).isInstanceOf(SocketTimeoutException.class);

            link.restore();
            client.setSoTimeout(5_000);
            assertThat(client.getInputStream().read()).isEqualTo(7);
        }
    }

    @Test
    void whoeverLeadsNowhereIsRefused() throws IOException {
        try (FaultyLink nowhere = FaultyLink.open();
                Socket client = new Socket(InetAddress.getLoopbackAddress(), nowhere.port())) {
            assertThatThrownBy(() -> echoed(client)).isInstanceOf(IOException.class);
        }
    }

    private Socket connected() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), link.port());
        socket.setSoTimeout(5_000);
        return socket;
    }

    private static int echoed(Socket client) throws IOException {
        client.getOutputStream().write(7);
        int answer = client.getInputStream().read();
        if (answer < 0) {
            throw new IOException("closed");
        }
        return answer;
    }

    private void answerEverybody() {
        while (!echo.isClosed()) {
            try {
                Socket client = echo.accept();
                Thread.ofVirtual().start(() -> answer(client));
            } catch (IOException e) {
                // The test is over.
            }
        }
    }

    private static void answer(Socket client) {
        try (client) {
            client.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException e) {
            // The link was cut.
        }
    }
}
