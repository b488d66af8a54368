package org.candor.local.proxy;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.HttpProxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.candor.local.Layout;
import org.candor.local.run.Component;

/** The reverse proxy. It holds nothing back: bodies stream through it in both directions. */
public final class Proxy implements Component {

    private static final int CONNECTIONS_PER_REPLICA = 256;

    private final Map<String, List<Origin>> services;
    private final List<String> needs;
    private final Routes routes;
    private final Layout layout;
    private final int port;
    private volatile Optional<Vertx> running = Optional.empty();

    /** A proxy on that port for services by name and their replicas; it opens when the needed components are ready. */
    public Proxy(Map<String, List<Origin>> services, List<String> needs, Layout layout, int port) {
        this.services = new TreeMap<>(services);
        this.needs = List.copyOf(needs);
        this.routes = new Routes(services.keySet());
        this.layout = layout;
        this.port = port;
    }

    @Override
    public String name() {
        return "proxy";
    }

    @Override
    public List<String> needs() {
        return needs;
    }

    @Override
    public void start() throws Exception {
        Vertx vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(2)
                .setWorkerPoolSize(1)
                .setInternalBlockingPoolSize(2)
                .setFileSystemOptions(new FileSystemOptions().setFileCachingEnabled(false)));
        running = Optional.of(vertx);
        HttpServer server = vertx.createHttpServer(new HttpServerOptions()
                        .setHost("127.0.0.1")
                        .setPort(port)
                        // A client that offers h2c would be answered in it, and the proxy's pipe can't carry that.
                        .setHttp2ClearTextEnabled(false)
                        .setIdleTimeout(10)
                        .setIdleTimeoutUnit(TimeUnit.MINUTES))
                .requestHandler(handler(vertx));
        server.listen().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Override
    public void stop() {
        running.ifPresent(
                vertx -> vertx.close().toCompletionStage().toCompletableFuture().join());
        running = Optional.empty();
    }

    @Override
    public void kill() {
        stop();
    }

    @Override
    public Optional<ProcessHandle> process() {
        return Optional.empty();
    }

    @Override
    public Path log() {
        return layout.log("launcher");
    }

    @Override
    public String advice() {
        return "free port %d, or choose another one with CANDOR_PORT_PROXY.".formatted(port);
    }

    private Handler<HttpServerRequest> handler(Vertx vertx) {
        Map<String, Replicas> replicas = new TreeMap<>();
        services.forEach((service, origins) ->
                replicas.put(service, new Replicas(origins, origin -> proxy(vertx, origin))));
        return request -> {
            switch (routes.decide(Optional.ofNullable(request.path()).orElse(""))) {
                case Routes.Decision.Forward(String service) ->
                    replicas.get(service).handle(request);
                case Routes.Decision.Refuse(Refusal refusal) -> answer(request, refusal);
            }
        };
    }

    private static HttpProxy proxy(Vertx vertx, Origin origin) {
        HttpClientOptions options = new HttpClientOptions()
                .setMaxPoolSize(CONNECTIONS_PER_REPLICA)
                .setConnectTimeout(3_000)
                .setKeepAliveTimeout(30);
        return HttpProxy.reverseProxy(vertx.createHttpClient(options))
                .origin(origin.port(), "127.0.0.1")
                .addInterceptor(new Underway(origin))
                .addInterceptor(new ForwardedHeaders())
                .addInterceptor(new LostAnswers());
    }

    private static void answer(HttpServerRequest request, Refusal refusal) {
        request.response()
                .setStatusCode(refusal.status())
                .putHeader("Content-Type", "application/problem+json")
                .end(refusal.body());
    }
}
