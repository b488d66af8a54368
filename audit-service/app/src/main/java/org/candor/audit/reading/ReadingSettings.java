package org.candor.audit.reading;

import io.smallrye.config.ConfigMapping;
import java.time.LocalTime;

/** What reading is unusual; see application.properties for what each is for. */
@ConfigMapping(prefix = "candor.reading")
interface ReadingSettings {

    String scanCron();

    int mostIncidents();

    LocalTime nightFrom();

    /** Until when reading is unusual. */
    LocalTime nightUntil();
}
