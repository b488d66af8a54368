package org.candor.local.proxy;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.net.ConnectException;

/** Answers for a service that is away (503) or that broke off before it answered (502). */
final class LostAnswers implements ProxyInterceptor {

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        return context.sendRequest().recover(failure -> Future.succeededFuture(answer(context, failure)));
    }

    private static ProxyResponse answer(ProxyContext context, Throwable failure) {
        Refusal refusal = failure instanceof ConnectException ? Refusal.SERVICE_AWAY : Refusal.ANSWER_LOST;
        ProxyResponse response = context.request().release().response();
        if (refusal == Refusal.SERVICE_AWAY) {
            response.putHeader("Retry-After", "2");
        }
        return response.setStatusCode(refusal.status())
                .putHeader("Content-Type", "application/problem+json")
                .setBody(Body.body(Buffer.buffer(refusal.body())));
    }
}
