package org.candor.local.proxy;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.util.List;
import java.util.Optional;

/** Tells the service who asked and how; what a client claims about that itself is dropped. */
final class ForwardedHeaders implements ProxyInterceptor {

    private static final List<String> CLAIMS = List.of(
            "Forwarded",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Port",
            "X-Forwarded-Proto",
            "X-Forwarded-Prefix");

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        // With the address that the client used, the links in an answer lead back here.
        Optional.ofNullable(context.request().proxiedRequest().authority()).ifPresent(context.request()::setAuthority);
        MultiMap headers = context.request().headers();
        CLAIMS.forEach(headers::remove);
        headers.set(
                "X-Forwarded-For",
                context.request().proxiedRequest().remoteAddress().hostAddress());
        headers.set("X-Forwarded-Proto", "http");
        return context.sendRequest();
    }
}
