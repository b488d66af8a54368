package org.candor.notification.listing;

import io.smallrye.mutiny.subscription.MultiEmitter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;

/** Gives what is written to whoever reads, and waits while he has not asked for more. For a thread that may block. */
final class Chunks extends OutputStream {

    private static final long PAUSE_NANOS = 500_000;

    private final MultiEmitter<? super byte[]> reader;

    Chunks(MultiEmitter<? super byte[]> reader) {
        this.reader = reader;
    }

    @Override
    public void write(int oneByte) throws IOException {
        write(new byte[] {(byte) oneByte}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        while (reader.requested() == 0 && !reader.isCancelled()) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        if (reader.isCancelled()) {
            throw new IOException("nobody reads any more");
        }
        reader.emit(Arrays.copyOfRange(bytes, from, from + length));
    }
}
