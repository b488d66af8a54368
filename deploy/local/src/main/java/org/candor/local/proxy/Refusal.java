package org.candor.local.proxy;

import java.util.Locale;

/** What the proxy answers itself, as problem+json with a stable code. */
enum Refusal {
    NOT_FOUND(404, "There is nothing at this address"),
    PATH_NOT_CANONICAL(400, "Write the path without empty or dotted segments and without needless escapes"),
    SERVICE_AWAY(503, "The service does not answer just now; nothing was done, try again"),
    ANSWER_LOST(
            502,
            "The service broke off; whether the request was done is not known. Repeat it with its Idempotency-Key");

    private final int status;
    private final String title;

    Refusal(int status, String title) {
        this.status = status;
        this.title = title;
    }

    int status() {
        return status;
    }

    String body() {
        String code = "gateway." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        return """
                {"type":"about:blank","status":%d,"code":"%s","title":"%s"}""".formatted(status, code, title);
    }
}
