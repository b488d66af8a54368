package org.candor.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.candor.local.process.ChildRecord;

/**
 * Lets one launcher at a time use a folder. The operating system drops the lock when its holder ends, however it ends; the
 * record beside it says who holds it.
 */
public final class StackLock implements AutoCloseable {

    private static final String RECORD = "launcher";

    private final Path record;
    private final FileChannel channel;

    private StackLock(Path record, FileChannel channel) {
        this.record = record;
        this.channel = channel;
    }

    /** The lock, unless another launcher holds it. */
    public static Optional<StackLock> take(Layout layout) throws IOException {
        FileChannel channel =
                FileChannel.open(layout.run().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                ChildRecord.of(ProcessHandle.current(), "TERM").write(record(layout));
                return Optional.of(new StackLock(record(layout), channel));
            }
        } catch (OverlappingFileLockException e) {
            // Held by another stack of this very process.
        }
        channel.close();
        return Optional.empty();
    }

    /** The launcher that runs on that folder now. */
    static Optional<ChildRecord> holder(Layout layout) {
        return ChildRecord.read(record(layout))
                .filter(holder -> holder.process().isPresent());
    }

    @Override
    public void close() throws IOException {
        // The process that held it may live on, and is then nobody's launcher.
        Files.deleteIfExists(record);
        channel.close();
    }

    private static Path record(Layout layout) {
        return layout.run().resolve(RECORD);
    }
}
