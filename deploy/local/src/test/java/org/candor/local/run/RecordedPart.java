package org.candor.local.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A component that notes what is asked of it. */
record RecordedPart(String name, List<String> needs, Work work, List<String> events, Path log) implements Component {

    interface Work {
        void run() throws Exception;
    }

    @Override
    public void start() throws Exception {
        events.add(name + " starts");
        work.run();
    }

    @Override
    public void stop() {
        events.add(name + " stops");
    }

    @Override
    public void kill() {
        events.add(name + " is killed");
    }

    @Override
    public Optional<ProcessHandle> process() {
        return Optional.empty();
    }

    @Override
    public String advice() {
        return "help " + name;
    }
}
