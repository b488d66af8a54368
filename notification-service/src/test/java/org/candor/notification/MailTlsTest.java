package org.candor.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.mailer.Mail;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.candor.notification.mail.MailSender;
import org.candor.notification.mail.MailSender.Result;
import org.candor.test.Certificates;
import org.candor.test.OnRealPlatform;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** A mail goes to the organisation's own server, encrypted, or waits. */
@QuarkusTest
@OnRealPlatform
@WithTestResource(MailTlsTest.Encrypted.class)
class MailTlsTest {

    /** As the profile {@code tls} has it, for the mail alone. */
    public static final class Encrypted implements QuarkusTestResourceLifecycleManager {

        @Override
        public Map<String, String> start() {
            Map<String, String> settings = new HashMap<>(new Surroundings().start());
            settings.put("quarkus.mailer.tls", "true");
            settings.put("quarkus.mailer.tls-configuration-name", "candor");
            settings.put(
                    "quarkus.tls.candor.trust-store.pem.certs",
                    Certificates.authority().toString());
            return settings;
        }

        @Override
        public void stop() {
            // Nothing was started.
        }
    }

    @Inject
    MailSender sender;

    @ConfigProperty(name = "quarkus.mailer.port")
    int port;

    @Test
    void isTakenByAServerWithACertificateOfOurAuthority() throws Exception {
        greenMailShows("server");
        ServerSetup setup = new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS);
        setup.setServerStartupTimeout(10_000);
        GreenMail server = new GreenMail(setup);
        server.start();
        try {
            assertThat(send()).isEqualTo(Result.ACCEPTED);
            assertThat(server.getReceivedMessages()).isNotEmpty();
        } finally {
            server.stop();
        }
    }

    @Test
    void isNotShownToAServerOfAnotherAuthorityAndWaits() throws Exception {
        AtomicBoolean heard = new AtomicBoolean();
        try (SSLServerSocket server = (SSLServerSocket) Certificates.showing("forged")
                .getServerSocketFactory()
                .createServerSocket(port, 10, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> listen(server, heard));

            assertThat(send()).isEqualTo(Result.NOT_NOW);
        }
        assertThat(heard).isFalse();
    }

    private Result send() {
        Mail mail = Mail.withText("somebody@mail.example", "About your case", "Words");
        return sender.send(mail, UUID.randomUUID().toString()).await().atMost(Duration.ofSeconds(30));
    }

    /** To everybody: the service may have other mails on its mind. */
    private static void listen(SSLServerSocket server, AtomicBoolean heard) {
        while (!server.isClosed()) {
            try (SSLSocket client = (SSLSocket) server.accept()) {
                client.startHandshake();
                heard.compareAndSet(false, client.getInputStream().read() >= 0);
            } catch (IOException refusedOrClosed) {
                // The next one.
            }
        }
    }

    private static void greenMailShows(String name) throws IOException, GeneralSecurityException {
        Path store = Files.createTempFile("greenmail", ".p12");
        store.toFile().deleteOnExit();
        try (OutputStream out = Files.newOutputStream(store)) {
            Certificates.keyStore(name).store(out, Certificates.PASSWORD.toCharArray());
        }
        System.setProperty("greenmail.tls.keystore.file", store.toString());
        System.setProperty("greenmail.tls.keystore.password", Certificates.PASSWORD);
        System.setProperty("greenmail.tls.key.password", Certificates.PASSWORD);
    }
}
