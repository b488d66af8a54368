package org.candor.witness;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** An HTTP answer. */
record Answer(int status, String contentType, String body) {

    private static final String TEXT = "text/plain; charset=utf-8";

    static Answer signed(String line) {
        return new Answer(200, TEXT, line);
    }

    /** The size of the checkpoint that was cosigned last, as the protocol has it. */
    static Answer lastSaw(long size) {
        return new Answer(409, "text/x.tlog.size", size + "\n");
    }

    static Answer refused(int status, String why) {
        return new Answer(status, TEXT, why + "\n");
    }

    static HttpHandler healthy() {
        return exchange -> new Answer(200, TEXT, "the witness watches\n").to(exchange);
    }

    void to(HttpExchange exchange) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", contentType);
        exchange.sendResponseHeaders(status, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
