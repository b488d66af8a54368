package org.candor.local.backup;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.candor.local.Layout;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A back-up is looked through before anything is touched. */
class BackupCheckTest {

    @TempDir
    Path temporary;

    private Layout layout;
    private BackupFolder folder;
    private Path keys;

    @BeforeEach
    void makeABackUp() throws IOException {
        layout = new Layout(temporary.resolve("stack"));
        layout.create();
        folder = new BackupFolder(temporary.resolve("backup"));
        keys = folder.keysBeside();
        Files.createDirectories(folder.base());
        Files.createDirectories(folder.wal().folder());
        Files.createDirectories(keys.resolve("keys"));
        Files.writeString(folder.base().resolve("PG_VERSION"), "18\n");
        Files.writeString(keys.resolve("keys/postgres.password"), "secret\n");
        About.now().write(folder.about());
        for (String name :
                new String[] {"0000000100000000000000FE", "0000000100000000000000FF", "000000010000000100000000"}) {
            segment(name);
        }
        Manifest.write(keys, keys.resolve("SHA256SUMS"), keys.resolve("none"));
        Manifest.write(folder.root(), folder.manifest(), folder.wal().folder());
    }

    @Test
    void takesWhatIsWhole() throws IOException {
        check().requireWhole();
    }

    @Test
    void takesALogThatHasGrownSince() throws IOException {
        segment("000000010000000100000001");
        segment("000000020000000100000001");
        segment("00000002.history");
        check().requireWhole();
    }

    @Test
    void refusesAFileThatWasChangedOrIsMissingOrWasAdded() throws IOException {
        Files.writeString(folder.base().resolve("PG_VERSION"), "17\n");
        assertRefused("base/PG_VERSION was changed");
        Files.delete(folder.base().resolve("PG_VERSION"));
        assertRefused("base/PG_VERSION is missing");
        Files.writeString(folder.base().resolve("other"), "");
        assertRefused("base/other was added");
    }

    @Test
    void refusesABackUpThatNeverCameToItsEnd() throws IOException {
        Files.delete(folder.manifest());
        assertRefused("never came to its end");
    }

    @Test
    void refusesALogWithAHoleOrADamagedSegment() throws IOException {
        Files.writeString(folder.wal().folder().resolve("0000000100000000000000FF.gz"), "not packed");
        assertRefused("0000000100000000000000FF.gz is damaged");
        Files.delete(folder.wal().folder().resolve("0000000100000000000000FF.gz"));
        assertRefused("something is missing before 000000010000000100000000.gz");
    }

    @Test
    void refusesKeysThatAreDamagedOrMissingOrNotTheStacksOwn() throws IOException {
        Files.writeString(layout.keys().resolve("postgres.password"), "another\n");
        assertRefused("is not the key that the back-up was made with");
        Files.writeString(keys.resolve("keys/postgres.password"), "another\n");
        assertRefused("keys/postgres.password was changed");
        Files.delete(keys.resolve("keys/postgres.password"));
        Files.delete(keys.resolve("keys"));
        assertRefused("name their folder with --keys");
    }

    private BackupCheck check() {
        return new BackupCheck(folder, keys, layout);
    }

    private void assertRefused(String reason) {
        assertThatThrownBy(() -> check().requireWhole())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Nothing was restored")
                .hasMessageContaining(reason);
    }

    private void segment(String name) throws IOException {
        try (OutputStream out =
                new GZIPOutputStream(Files.newOutputStream(folder.wal().folder().resolve(name + ".gz")))) {
            out.write(new byte[100]);
        }
    }
}
