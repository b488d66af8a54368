package org.candor.local.demo;

import java.net.URI;
import java.nio.file.Path;

/** Where a step's result can be seen. */
sealed interface Link {

    /** As the terminal shows it. */
    String text();

    /** A page that a browser opens without a token. */
    record Page(URI address) implements Link {
        @Override
        public String text() {
            return address.toString();
        }
    }

    /** An address of the API; whoever reads it needs a token. */
    record Api(URI address) implements Link {
        @Override
        public String text() {
            return address.toString();
        }

        /** The address without its origin, which is the same for all. */
        String path() {
            return address.getQuery() == null ? address.getPath() : address.getPath() + "?" + address.getQuery();
        }
    }

    /** A file or folder on this machine. */
    record OnDisk(Path path) implements Link {
        @Override
        public String text() {
            return path.toString();
        }
    }
}
