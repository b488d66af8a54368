package org.candor.local;

import java.io.PrintStream;
import org.candor.local.run.Component;

/** Starts a component again when its process ends although nobody asked it to, as a cluster would. */
final class Watch {

    private final PrintStream out;
    private volatile boolean over;

    Watch(PrintStream out) {
        this.out = out;
    }

    void over(Component component) {
        component.process().ifPresent(process -> process.onExit().thenRun(() -> replace(component)));
    }

    void end() {
        over = true;
    }

    private void replace(Component component) {
        if (over) {
            return;
        }
        out.printf("%s has ended by itself; starting it again (%s)%n", component.name(), component.log());
        try {
            component.stop();
            component.start();
            out.printf("%s is ready again%n", component.name());
            over(component);
        } catch (Exception e) {
            out.printf("%s does not start any more: %s%n%s%n", component.name(), e.getMessage(), component.advice());
        }
    }
}
