package org.candor.witness;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** {@code POST /add-checkpoint}. */
final class AddCheckpoint implements HttpHandler {

    private static final int LARGEST = 16 * 1024;

    private final Watching watching;

    AddCheckpoint(Watching watching) {
        this.watching = watching;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestMethod().equals("POST")
                || !exchange.getRequestURI().getPath().equals("/add-checkpoint")) {
            Answer.refused(404, "POST /add-checkpoint is all there is").to(exchange);
            return;
        }
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            Answer.refused(413, "no checkpoint is that long").to(exchange);
            return;
        }
        answer(new String(body, StandardCharsets.UTF_8)).to(exchange);
    }

    private Answer answer(String body) {
        try {
            return watching.add(body);
        } catch (IOException | IllegalStateException e) {
            // The disk fails: nothing is signed that could be forgotten.
            System.err.println("nothing was signed: " + e);
            return Answer.refused(500, "the witness can't remember, so it does not sign");
        }
    }
}
