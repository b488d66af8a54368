package org.candor.test;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.candor.test.Peers.Answer;
import org.candor.test.Peers.Asked;

/**
 * Behind {@link Peers}. A test tells it over HTTP what to answer, since test and server may have been loaded by different
 * class loaders.
 */
final class PeerServer {

    static final String CONTROL = "/control";
    static final String TOKEN = "/token";

    private final HttpServer server;
    private final NavigableMap<String, Answer> answers = new ConcurrentSkipListMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    private PeerServer(HttpServer server) {
        this.server = server;
    }

    static PeerServer start() throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        PeerServer peers = new PeerServer(http);
        peers.answers.put(Peers.KEYS, Answer.ok(Tokens.publicKeys()));
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.createContext(TOKEN, exchange -> write(exchange, 200, Json.bytes(token())));
        http.createContext(CONTROL, peers::obey);
        http.createContext("/", peers::answer);
        http.start();
        return peers;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void stop() {
        server.stop(0);
    }

    /** {@code PUT} sets the answer of a path, {@code GET} tells what was asked under it. */
    private void obey(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring(CONTROL.length());
        if ("PUT".equals(exchange.getRequestMethod())) {
            answers.put(path, Json.read(exchange.getRequestBody().readAllBytes(), Answer.class));
            write(exchange, 204, new byte[0]);
        } else {
            List<Asked> matching = asked.stream()
                    .filter(request -> request.path().startsWith(path))
                    .toList();
            write(exchange, 200, Json.bytes(matching.toArray(Asked[]::new)));
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        asked.add(Asked.of(exchange, path));
        Answer answer = answers.descendingMap().entrySet().stream()
                .filter(entry -> path.startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(Answer.of(404));
        if (answer.status() == Peers.SILENCE) {
            exchange.close();
        } else {
            write(exchange, answer.status(), answer.bytes());
        }
    }

    private static Map<String, Object> token() {
        return Map.of("access_token", Tokens.of("service"), "token_type", "Bearer", "expires_in", 300);
    }

    private static void write(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
