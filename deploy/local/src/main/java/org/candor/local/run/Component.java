package org.candor.local.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** One part of the stack. It can be started again after it was ended or killed. */
public interface Component {

    /** The name in the display, of the log and for {@code kill9} and {@code restart}. */
    String name();

    /** The components that must be ready before this one is started. */
    List<String> needs();

    /** Starts it and returns when it is ready for work; throws when that can't be, or takes too long. */
    void start() throws Exception;

    /** Ends it in order. Does nothing when it is not running. */
    void stop();

    /** Ends it as a power cut would. */
    void kill();

    /** Its process while it lives; empty for a part of the launcher itself. */
    Optional<ProcessHandle> process();

    Path log();

    /** What a user can do when it does not start. */
    String advice();
}
