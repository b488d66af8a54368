package org.candor.witness;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.candor.verify.TrailKey;
import org.candor.verify.Unreadable;

/** Starts the witness with the settings of its environment; see the README. */
public final class Witness implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);

    private Witness(HttpServer server) {
        this.server = server;
        server.setExecutor(threads);
        server.start();
    }

    public static void main(String[] args) throws Exception {
        Witness witness = start(System.getenv(), Clock.systemUTC());
        Runtime.getRuntime().addShutdownHook(new Thread(witness::close));
        System.out.println("the witness listens on port " + witness.port());
    }

    /** Listens when it returns, on the loopback unless told otherwise. */
    public static Witness start(Map<String, String> settings, Clock clock) throws IOException, Unreadable {
        Path folder = Files.createDirectories(Path.of(required(settings, "CANDOR_WITNESS_DIR")));
        WitnessKeys keys = WitnessKeys.ofFolder(folder, required(settings, "CANDOR_WITNESS_NAME"));
        Logs logs = new Logs(required(settings, "CANDOR_WITNESS_LOG"), trailKeys(settings));
        Seen seen = new Seen(folder);
        InetAddress host = InetAddress.getByName(settings.getOrDefault("CANDOR_WITNESS_HOST", "127.0.0.1"));
        int port = Integer.parseInt(settings.getOrDefault("CANDOR_WITNESS_PORT", "0"));
        HttpServer server = HttpServer.create(new InetSocketAddress(host, port), 16);
        server.createContext("/add-checkpoint", new AddCheckpoint(new Watching(logs, seen, keys, clock)));
        server.createContext("/health", Answer.healthy());
        return new Witness(server);
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** Finishes what it has begun. */
    @Override
    public void close() {
        server.stop(2);
        threads.shutdown();
    }

    private static List<TrailKey> trailKeys(Map<String, String> settings) throws IOException, Unreadable {
        List<TrailKey> keys = new ArrayList<>();
        for (String file : required(settings, "CANDOR_WITNESS_LOG_KEYS").split(",")) {
            keys.add(TrailKey.ofPem(Files.readString(Path.of(file.strip()))));
        }
        return keys;
    }

    private static String required(Map<String, String> settings, String name) {
        String value = settings.getOrDefault(name, "");
        if (value.isBlank()) {
            throw new IllegalArgumentException(name + " is not set");
        }
        return value.strip();
    }
}
