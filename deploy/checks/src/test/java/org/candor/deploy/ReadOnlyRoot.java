package org.candor.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs a command as a container with a read-only root does: in a mount namespace in which nothing of the machine's disk can be
 * written, save for the folders in which a container has a volume, and for {@code temporary}, which is memory.
 */
record ReadOnlyRoot(Path temporary, List<Path> volumes) {

    private static final String SCRIPT = """
            temporary=$1; count=$2; shift 2
            mount -t tmpfs tmpfs "$temporary"
            while [ "$count" -gt 0 ]; do mount --bind "$1" "$1"; shift; count=$((count - 1)); done
            mount -o remount,ro,bind /
            for closed in /tmp "$HOME" .; do
              if touch "$closed/candor-writes" 2>/dev/null; then echo "$closed can be written"; exit 99; fi
            done
            exec "$@"
            """;

    List<String> running(List<String> command) throws Exception {
        List<String> words = new ArrayList<>(namespace());
        words.addAll(List.of("sh", "-eu", "-c", SCRIPT, "sh", temporary.toString(), Integer.toString(volumes.size())));
        volumes.forEach(volume -> words.add(volume.toString()));
        words.addAll(command);
        return words;
    }

    /** Root makes one as it is, somebody else in a namespace of users, too. */
    private static List<String> namespace() throws Exception {
        List<String> asRoot = List.of("unshare", "-m");
        List<String> asSomebody = List.of("unshare", "-U", "-r", "-m");
        boolean root = Run.in(Path.of("/"), "unshare", "-m", "true").exitCode() == 0;
        List<String> chosen = root ? asRoot : asSomebody;
        List<String> probe = new ArrayList<>(chosen);
        probe.addAll(List.of("mount", "-o", "remount,ro,bind", "/"));
        assertThat(Run.in(Path.of("/"), probe.toArray(String[]::new)).exitCode())
                .as("a mount namespace")
                .isZero();
        return chosen;
    }
}
