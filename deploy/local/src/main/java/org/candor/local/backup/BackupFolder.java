package org.candor.local.backup;

import java.nio.file.Path;
import org.candor.local.postgres.WalArchive;

/** What lies where in a back-up. */
record BackupFolder(Path root) {

    BackupFolder {
        root = root.toAbsolutePath().normalize();
    }

    /** The files of the database server. */
    Path base() {
        return root.resolve("base");
    }

    /** The server's log since, which goes on growing. */
    WalArchive wal() {
        return new WalArchive(root.resolve("wal"));
    }

    /** Accounts of people, as the identity provider keeps them. */
    Path identity() {
        return root.resolve("keycloak");
    }

    Path postal() {
        return root.resolve("postal");
    }

    Path checkpoints() {
        return root.resolve("checkpoints");
    }

    Path about() {
        return root.resolve("about.properties");
    }

    /** The last file that a back-up writes. */
    Path manifest() {
        return root.resolve("SHA256SUMS");
    }

    /** Where the keys go unless told otherwise; who has both can read everything. */
    Path keysBeside() {
        return root.resolveSibling(root.getFileName() + "-keys");
    }
}
