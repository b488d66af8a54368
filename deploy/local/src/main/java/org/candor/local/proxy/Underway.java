package org.candor.local.proxy;

import io.vertx.core.Future;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;

/** Counts the requests that a replica has not answered to the end yet. */
final class Underway implements ProxyInterceptor {

    private final Origin origin;

    Underway(Origin origin) {
        this.origin = origin;
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        origin.begin();
        return context.sendRequest().onFailure(failure -> origin.end());
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        return context.sendResponse().onComplete(sent -> origin.end());
    }
}
