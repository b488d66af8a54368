package org.candor.notification.post;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Where letters are handed over; reasons stand in application.properties. */
@ConfigMapping(prefix = "candor.post")
interface PostConfig {

    /** Where a print house takes its batches; not needed with an SFTP server. */
    Optional<Path> folder();

    Sftp sftp();

    /** The print house's server; absent where there is no host. */
    interface Sftp {

        Optional<String> host();

        int port();

        Optional<String> user();

        Optional<String> password();

        /** File with the private key. */
        Optional<Path> key();

        /** Of the private key. */
        Optional<String> passphrase();

        /** File of known hosts, as OpenSSH writes it. */
        Optional<Path> knownHosts();

        /** Of the server's key, as {@code ssh-keygen -l} shows it: {@code SHA256:…}. */
        Optional<String> fingerprint();

        /** Folder on the server in which batches appear. */
        String folder();

        /** Longest silence of the server before the connection counts as cut. */
        Duration timeout();
    }
}
