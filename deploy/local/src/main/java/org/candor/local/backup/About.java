package org.candor.local.backup;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Properties;

/**
 * What a back-up says about itself.
 *
 * @param begun nothing that was committed before is missing in it
 */
record About(Instant begun) {

    /**
     * Wrapped data keys are in it, and disposal is complete only when the last copy of one is gone: audit-service promises
     * that for the thirtieth day after the keys were destroyed.
     */
    static final Duration LONGEST_KEPT = Duration.ofDays(30);

    /** Clocks differ, and a fact may be on its way for a while: so much earlier the services read again. */
    private static final Duration MARGIN = Duration.ofHours(1);

    static About now() {
        return new About(Instant.now().truncatedTo(ChronoUnit.SECONDS));
    }

    static About read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return new About(Instant.parse(properties.getProperty("begun")));
    }

    void write(Path file) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("begun", begun.toString());
        properties.setProperty("destroy-by", destroyBy().toString());
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties.store(writer, "Back-up of a Candor stack; the keys lie apart");
        }
    }

    Instant destroyBy() {
        return begun.plus(LONGEST_KEPT);
    }

    Instant readAgainFrom() {
        return begun.minus(MARGIN);
    }
}
