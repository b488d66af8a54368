package org.candor.test.access;

import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Remembers the router of the application under test, which the framework shows while it starts. */
@ApplicationScoped
class ServerRoutes {

    private Optional<Router> router = Optional.empty();

    void remember(@Observes Router shown) {
        router = Optional.of(shown);
    }

    /** Paths that have a route of their own; what serves every path is a filter and no route. */
    Set<String> paths() {
        Set<String> paths = new TreeSet<>();
        router.orElseThrow().getRoutes().stream()
                .map(Route::getPath)
                .filter(Objects::nonNull)
                .forEach(paths::add);
        paths.remove("/");
        return paths;
    }
}
