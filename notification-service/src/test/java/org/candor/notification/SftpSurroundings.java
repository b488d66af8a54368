package org.candor.notification;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.candor.notification.post.SftpServer;

/** The print house takes its batches over SFTP. */
public final class SftpSurroundings implements QuarkusTestResourceLifecycleManager {

    private SftpServer server;

    @Override
    public Map<String, String> start() {
        try {
            Path home = Files.createTempDirectory("print-house");
            server = SftpServer.start(home);
            return Map.of(
                    "test.print-house",
                    home.toString(),
                    "CANDOR_SFTP_HOST",
                    "127.0.0.1",
                    "CANDOR_SFTP_PORT",
                    Integer.toString(server.port()),
                    "CANDOR_SFTP_USER",
                    SftpServer.USER,
                    "CANDOR_SFTP_PASSWORD",
                    SftpServer.PASSWORD,
                    "CANDOR_SFTP_FINGERPRINT",
                    server.fingerprint(),
                    "CANDOR_SFTP_FOLDER",
                    "/");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void stop() {
        try {
            server.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
