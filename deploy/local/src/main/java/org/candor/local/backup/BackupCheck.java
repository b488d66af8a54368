package org.candor.local.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.candor.local.Layout;

/** Whether a back-up is whole and fits the stack. */
record BackupCheck(BackupFolder folder, Path keys, Layout layout) {

    private static final int MOST_NAMED = 10;

    /** Throws with every reason for which this back-up can't be restored; touches nothing. */
    void requireWhole() throws IOException {
        List<String> complaints = new ArrayList<>();
        complaints.addAll(Manifest.differences(
                folder.root(), folder.manifest(), folder.wal().folder()));
        complaints.addAll(Manifest.differences(keys, keys.resolve("SHA256SUMS"), keys.resolve("none")));
        complaints.addAll(Segments.complaints(folder.wal().folder()));
        complaints.addAll(otherKeys());
        if (!complaints.isEmpty()) {
            String reasons = complaints.stream().limit(MOST_NAMED).collect(Collectors.joining("\n  "));
            throw new IllegalArgumentException(
                    "Nothing was restored, because of the back-up %s:\n  %s".formatted(folder.root(), reasons));
        }
    }

    /** Keys of the stack that are not those of the back-up could read nothing in it. */
    private List<String> otherKeys() throws IOException {
        List<String> complaints = new ArrayList<>();
        if (!Files.isDirectory(keys.resolve("keys"))) {
            return List.of("%s holds no keys; name their folder with --keys".formatted(keys));
        }
        try (Stream<Path> files = Files.list(keys.resolve("keys"))) {
            for (Path file : files.toList()) {
                Path here = layout.keys().resolve(file.getFileName());
                if (Files.exists(here) && Files.mismatch(here, file) >= 0) {
                    complaints.add("%s is not the key that the back-up was made with".formatted(here));
                }
            }
        }
        return complaints;
    }
}
