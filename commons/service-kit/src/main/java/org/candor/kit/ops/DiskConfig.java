package org.candor.kit.ops;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where a service writes. */
@ConfigMapping(prefix = "candor.disk")
interface DiskConfig {

    /** Folders whose disk is measured, by the name that stands in the metric; an empty one is not there. */
    Map<String, Optional<Path>> folders();
}
