package org.candor.notification.post;

import io.quarkus.runtime.Startup;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

/** The place that the installation has named. Without one, or with a server whose key nobody vouches for, nothing starts. */
@Startup
@ApplicationScoped
public class PrintHouse {

    private final PostalFiles files;

    PrintHouse(PostConfig config) {
        this.files = config.sftp().host().isPresent()
                ? new SftpFiles(new SftpConnection(config.sftp()), config.sftp().folder())
                : new LocalFiles(config.folder()
                        .orElseThrow(() -> new IllegalStateException(
                                "candor.post.folder or candor.post.sftp.host has to say where letters go")));
    }

    /** Batches of a run. */
    public PostalBatches batches() {
        return new PostalBatches(files, ".growing");
    }

    /** Letters that go one by one, each as a batch of its own. */
    public SingleLetters singleLetters() {
        return new SingleLetters(new PostalBatches(files, ".single-letters"));
    }

    @PreDestroy
    void close() {
        if (files instanceof SftpFiles sftp) {
            sftp.close();
        }
    }
}
