package org.candor.local.run;

import java.time.Duration;
import java.util.List;

/** Hears how far the components are. Called from several threads. */
public interface Progress {

    /** Tells nobody. */
    Progress SILENT = new Progress() {
        @Override
        public void expect(List<String> names) {}

        @Override
        public void starting(String name) {}

        @Override
        public void ready(String name, Duration after) {}

        @Override
        public void failed(String name) {}
    };

    /** The components to come, in the order of the display. */
    void expect(List<String> names);

    void starting(String name);

    void ready(String name, Duration after);

    void failed(String name);
}
