package org.candor.kit.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

class RoundTest {

    private final List<String> lines = new ArrayList<>();

    @Test
    void aFailureEndsTheRoundAndIsLoggedWithoutItsWords() {
        java.util.logging.Logger log = java.util.logging.Logger.getLogger("org.candor.round");
        Handler kept = kept();
        log.addHandler(kept);
        try {
            Round.of(
                            Uni.createFrom()
                                    .failure(new IllegalStateException(
                                            "outer", new IllegalArgumentException("Dolores of Elm Street"))),
                            Logger.getLogger("org.candor.round"),
                            "mails were not sent")
                    .await()
                    .indefinitely();
        } finally {
            log.removeHandler(kept);
        }

        assertThat(lines).containsExactly("mails were not sent: java.lang.IllegalArgumentException");
    }

    private Handler kept() {
        return new Handler() {
            @Override
            public void publish(LogRecord record) {
                lines.add(record.getMessage().formatted(record.getParameters()));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }
}
