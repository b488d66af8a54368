package org.candor.notification.post;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * The few things that handing over needs of a place with files. Paths are relative, with slashes. Blocking; for worker
 * threads. What fails says so: a place that doesn't answer is never taken for one that is empty.
 */
interface PostalFiles {

    /** Writes a file and the folders above it; what stood there is replaced. */
    void put(String folder, String file, byte[] bytes) throws IOException;

    /**
     * Makes files as durable as the place can and reads them again.
     *
     * @return SHA-256, hexadecimal, of each that is there
     */
    Map<String, String> settle(String folder, List<String> files) throws IOException;

    /** Names in a folder; none where there is no folder. */
    List<String> list(String folder) throws IOException;

    boolean exists(String folder) throws IOException;

    /** Moves a folder in one step, or not at all. */
    void move(String from, String to) throws IOException;

    void delete(String folder, String file) throws IOException;

    /** Deletes a folder of files, where there is one. */
    void deleteAll(String folder) throws IOException;
}
