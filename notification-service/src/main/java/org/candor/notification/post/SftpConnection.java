package org.candor.notification.post;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.HostKeyRepository;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import com.jcraft.jsch.SftpException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * One connection, made when it is needed and again after it was cut. The server's key has to be the one that the installation
 * knows; there is no way to accept another.
 */
final class SftpConnection {

    private final PostConfig.Sftp config;
    private Optional<Session> session = Optional.empty();
    private Optional<ChannelSftp> channel = Optional.empty();

    /** What is done on the server. */
    interface Work<T> {
        T on(ChannelSftp sftp) throws SftpException, IOException;
    }

    SftpConnection(PostConfig.Sftp config) {
        this.config = config;
        if (config.knownHosts().isEmpty() && config.fingerprint().isEmpty()) {
            throw new IllegalStateException(
                    "candor.post.sftp.known-hosts or candor.post.sftp.fingerprint has to name the server's key");
        }
        if (config.user().isEmpty()
                || config.key().isEmpty() && config.password().isEmpty()) {
            throw new IllegalStateException("candor.post.sftp needs a user, and a key or a password");
        }
    }

    /** One after another; what fails ends the connection, since nobody knows how far the server has come. */
    synchronized <T> T run(Work<T> work) throws IOException {
        try {
            return work.on(open());
        } catch (SftpException | JSchException failed) {
            close();
            throw new IOException(failed);
        } catch (IOException failed) {
            close();
            throw failed;
        }
    }

    synchronized void close() {
        channel.ifPresent(ChannelSftp::disconnect);
        session.ifPresent(Session::disconnect);
        channel = Optional.empty();
        session = Optional.empty();
    }

    private ChannelSftp open() throws JSchException {
        Optional<ChannelSftp> live = channel.filter(ChannelSftp::isConnected);
        if (live.isPresent()) {
            return live.get();
        }
        close();
        int patience = Math.toIntExact(config.timeout().toMillis());
        Session begun = session();
        session = Optional.of(begun);
        begun.connect(patience);
        ChannelSftp sftp = (ChannelSftp) begun.openChannel("sftp");
        channel = Optional.of(sftp);
        sftp.connect(patience);
        return sftp;
    }

    private Session session() throws JSchException {
        JSch jsch = new JSch();
        if (config.key().isPresent()) {
            byte[] passphrase = config.passphrase().orElse("").getBytes(StandardCharsets.UTF_8);
            jsch.addIdentity(config.key().get().toString(), passphrase);
        }
        Session made =
                jsch.getSession(config.user().orElseThrow(), config.host().orElseThrow(), config.port());
        made.setHostKeyRepository(knownHosts(jsch));
        made.setConfig("StrictHostKeyChecking", "yes");
        made.setConfig("PreferredAuthentications", "publickey,password");
        config.password().ifPresent(made::setPassword);
        int patience = Math.toIntExact(config.timeout().toMillis());
        made.setTimeout(patience);
        // A connection that a firewall has dropped shows at the next question, and not with a letter.
        made.setServerAliveInterval(patience);
        made.setDaemonThread(true);
        return made;
    }

    private HostKeyRepository knownHosts(JSch jsch) throws JSchException {
        if (config.fingerprint().isPresent()) {
            return new KnownFingerprint(config.fingerprint().get());
        }
        jsch.setKnownHosts(config.knownHosts().orElseThrow().toString());
        return jsch.getHostKeyRepository();
    }
}
