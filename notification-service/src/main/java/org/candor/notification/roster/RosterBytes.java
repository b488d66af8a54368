package org.candor.notification.roster;

import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.function.IntFunction;
import org.candor.notification.Hashes;

/** A roster file from its parts, fetched as they are needed, with the hash of all that was read. Not thread-safe. */
final class RosterBytes extends InputStream {

    private final IntFunction<Optional<byte[]>> parts;
    private final MessageDigest digest = Hashes.digest();
    private byte[] part = new byte[0];
    private int at;
    private int number;
    private boolean over;

    /** @param parts from 1 on; empty after the last */
    RosterBytes(IntFunction<Optional<byte[]>> parts) {
        this.parts = parts;
    }

    @Override
    public int read() {
        return fetched() ? part[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (!fetched()) {
            return -1;
        }
        int count = Math.min(length, part.length - at);
        System.arraycopy(part, at, into, offset, count);
        at += count;
        return count;
    }

    /** SHA-256 of the whole file, whether it was read to its end or not. */
    byte[] sha256() {
        while (!over) {
            at = part.length;
            fetched();
        }
        return digest.digest();
    }

    private boolean fetched() {
        while (at == part.length && !over) {
            Optional<byte[]> next = parts.apply(++number);
            over = next.isEmpty();
            part = next.orElseGet(() -> new byte[0]);
            at = 0;
            digest.update(part);
        }
        return !over;
    }
}
