package org.candor.notification.post;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Collection;
import java.util.List;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/**
 * The server of a print house. It cuts the connection when a file with the name of a {@link Cut} lies beside its root, once
 * for each such file.
 */
public final class SftpServer implements AutoCloseable {

    public static final String USER = "candor";
    public static final String PASSWORD = "a-password-for-tests";

    /** Where it cuts. */
    public enum Cut {
        /** In the middle of a file: half of it is there. */
        WRITE,
        /** The rename was asked for and not done. */
        BEFORE_RENAME,
        /** The rename was done, and nobody learns of it. */
        AFTER_RENAME
    }

    private final SshServer server;
    private final Path home;
    private final KeyPair hostKey;
    private final KeyPair clientKey;

    private SftpServer(SshServer server, Path home, KeyPair hostKey, KeyPair clientKey) {
        this.server = server;
        this.home = home;
        this.hostKey = hostKey;
        this.clientKey = clientKey;
    }

    public static SftpServer start(Path home) throws IOException {
        KeyPair hostKey = key();
        KeyPair clientKey = key();
        Files.createDirectories(home.resolve("files"));
        SftpSubsystemFactory files = new SftpSubsystemFactory();
        files.addSftpEventListener(new Scissors(home));
        SshServer server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
        server.setPasswordAuthenticator((user, password, session) -> user.equals(USER) && password.equals(PASSWORD));
        server.setPublickeyAuthenticator(
                (user, key, session) -> user.equals(USER) && KeyUtils.compareKeys(key, clientKey.getPublic()));
        server.setSubsystemFactories(List.of(files));
        server.setFileSystemFactory(new VirtualFileSystemFactory(home.resolve("files")));
        server.start();
        return new SftpServer(server, home, hostKey, clientKey);
    }

    /** The next time that it comes to this, the connection is cut. */
    public static void cut(Path home, Cut where) throws IOException {
        Files.createFile(home.resolve(where.name()));
    }

    public int port() {
        return server.getPort();
    }

    Path files() {
        return home.resolve("files");
    }

    public String fingerprint() {
        return KeyUtils.getFingerPrint(BuiltinDigests.sha256, hostKey.getPublic());
    }

    Path knownHosts() throws IOException {
        return knownHosts(hostKey);
    }

    Path knownHosts(KeyPair key) throws IOException {
        return Files.writeString(
                home.resolve("known_hosts"),
                "[127.0.0.1]:" + port() + " " + PublicKeyEntry.toString(key.getPublic()) + "\n");
    }

    Path clientKey() throws IOException, GeneralSecurityException {
        Path file = home.resolve("id_ecdsa");
        try (OutputStream out = Files.newOutputStream(file)) {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(clientKey, "test", null, out);
        }
        return file;
    }

    static KeyPair key() {
        try {
            KeyPairGenerator keys = KeyPairGenerator.getInstance("EC");
            keys.initialize(256);
            return keys.generateKeyPair();
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException(absent);
        }
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }

    /** Cuts where it is told to. */
    private record Scissors(Path home) implements SftpEventListener {

        @Override
        public void writing(
                ServerSession session,
                String remoteHandle,
                FileHandle localHandle,
                long offset,
                byte[] data,
                int dataOffset,
                int dataLength)
                throws IOException {
            if (dataLength > 1 && Files.deleteIfExists(home.resolve(Cut.WRITE.name()))) {
                localHandle.write(data, dataOffset, dataLength / 2, offset);
                session.close(true);
                throw new IOException("cut");
            }
        }

        @Override
        public void moving(ServerSession session, Path from, Path to, Collection<CopyOption> options)
                throws IOException {
            cut(session, Cut.BEFORE_RENAME);
        }

        @Override
        public void moved(ServerSession session, Path from, Path to, Collection<CopyOption> options, Throwable thrown)
                throws IOException {
            cut(session, Cut.AFTER_RENAME);
        }

        private void cut(ServerSession session, Cut where) throws IOException {
            if (Files.deleteIfExists(home.resolve(where.name()))) {
                session.close(true);
                throw new IOException("cut");
            }
        }
    }
}
