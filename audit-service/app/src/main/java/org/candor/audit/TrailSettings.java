package org.candor.audit;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.time.Duration;

/** Settings of the trail; see application.properties for what each is for. */
@ConfigMapping(prefix = "candor.trail")
public interface TrailSettings {

    String name();

    Path keyFile();

    Duration integrateEvery();

    Duration gapGrace();
}
