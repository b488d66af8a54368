package org.candor.kit.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.CompositeException;
import io.vertx.core.impl.NoStackTraceThrowable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketException;
import org.hibernate.HibernateException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is tried again, and answered with 503 meanwhile: a connection that went, whoever wraps the news of it. */
class PassingTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Timeout",
                "Timeout waiting for connection",
                "Transaction already complete",
                "Transaction already completed",
                "Pool closed",
                "Pending requests failed to be sent due to connection has been closed.",
                "Connection is not active now, current status: CLOSED"
            })
    void takesWhatThePoolSaysOfALostConnection(String text) {
        Throwable said = new HibernateException("rollback failed", new NoStackTraceThrowable(text));
        assertThat(Passing.isPassing(said)).isTrue();
        assertThat(Passing.isPassing(new CompositeException(new IllegalArgumentException("work"), said)))
                .isTrue();
    }

    @Test
    void takesALostSocketAndLeavesABrokenFile() {
        assertThat(Passing.isPassing(new IllegalStateException(new SocketException("reset"))))
                .isTrue();
        assertThat(Passing.isPassing(new UncheckedIOException(new IOException("cut"))))
                .isTrue();
        assertThat(Passing.isPassing(new UncheckedIOException(new java.nio.file.NoSuchFileException("gone"))))
                .isFalse();
        assertThat(Passing.isPassing(new HibernateException("no such column"))).isFalse();
    }
}
