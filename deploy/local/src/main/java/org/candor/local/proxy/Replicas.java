package org.candor.local.proxy;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.HttpProxy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** The replicas of one service: open ones get the requests in turn. */
final class Replicas {

    private final List<Origin> origins;
    private final Map<Origin, HttpProxy> proxies = new LinkedHashMap<>();
    private final AtomicInteger turn = new AtomicInteger();

    Replicas(List<Origin> origins, Function<Origin, HttpProxy> proxy) {
        this.origins = List.copyOf(origins);
        origins.forEach(origin -> proxies.put(origin, proxy.apply(origin)));
    }

    void handle(HttpServerRequest request) {
        proxies.get(next()).handle(request);
    }

    /** Any of them when none is open: its connection will be refused, and the caller told to come again. */
    private Origin next() {
        List<Origin> open = origins.stream().filter(Origin::isOpen).toList();
        List<Origin> eligible = open.isEmpty() ? origins : open;
        return eligible.get(Math.floorMod(turn.getAndIncrement(), eligible.size()));
    }
}
