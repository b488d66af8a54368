package org.candor.audit;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Settings of the trail; see application.properties for what each is for. */
@ConfigMapping(prefix = "candor.trail")
public interface TrailSettings {

    String name();

    Path keyFile();

    Duration integrateEvery();

    Duration gapGrace();

    String selfCheckCron();

    Witness witness();

    Copies copies();

    Timestamp timestamp();

    /** Who signs at what time a checkpoint was there (RFC 3161). */
    interface Timestamp {

        Optional<URI> url();

        Optional<Path> certificateFile();

        /** How long after one token the next is asked for. */
        Duration every();

        /** How often it is looked whether one is due, and tried again. */
        Duration lookEvery();
    }

    /** Who signs that he has only seen the trail grow. */
    interface Witness {

        Optional<URI> url();

        Optional<Path> keyFile();

        Duration every();
    }

    /** Checkpoints as files outside of the database. */
    interface Copies {

        Optional<Path> folder();

        Duration every();
    }
}
