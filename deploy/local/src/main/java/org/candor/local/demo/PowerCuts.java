package org.candor.local.demo;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.candor.local.Stack;
import org.candor.local.api.Exchange;
import org.candor.local.api.Unexpected;

/**
 * Ends each process once with {@code kill -9}, right after a change that it or those behind it have acknowledged, and starts
 * it again. What was acknowledged then lives only on disk: not yet sent, not yet consumed, half a run of letters done.
 */
final class PowerCuts implements Consumer<Exchange> {

    /** @param after the end of the path whose acknowledgement it follows */
    private record Cut(String after, String component) {}

    private final List<Cut> ahead = new ArrayList<>(List.of(
            new Cut("/intake/reports", "intake"),
            new Cut("/triage", "investigation"),
            new Cut("/safe-to-continue", "kafka"),
            new Cut("/conclusion", "breach"),
            new Cut("/roster", "postgres"),
            new Cut("/runs", "notification"),
            new Cut("/hhs-submission", "audit"),
            new Cut("/recommendations", "keycloak")));

    private final Stack stack;
    private final PrintStream out;

    PowerCuts(Stack stack, PrintStream out) {
        this.stack = stack;
        this.out = out;
    }

    @Override
    public void accept(Exchange exchange) {
        if (exchange.isAcknowledgedChange()) {
            String path = exchange.path().replaceFirst("\\?.*", "");
            ahead.stream().filter(cut -> path.endsWith(cut.after())).findFirst().ifPresent(this::make);
        }
    }

    /** What was not killed, because the story never came there. */
    List<String> missed() {
        return ahead.stream().map(Cut::component).toList();
    }

    private void make(Cut cut) {
        ahead.remove(cut);
        stack.kill9(cut.component());
        out.printf("       ✂ %s was killed after %s%n", cut.component(), cut.after());
        try {
            stack.restart(cut.component());
        } catch (Exception e) {
            throw new Unexpected(cut.component() + " to start again after kill -9", String.valueOf(e));
        }
    }
}
