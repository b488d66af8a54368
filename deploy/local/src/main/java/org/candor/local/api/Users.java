package org.candor.local.api;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.candor.local.Stack;
import org.candor.local.keycloak.PasswordGrant;

/** Who uses the platform: each user of the realm with his own tokens, and whoever has none. */
public final class Users {

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI origin;
    private final Tokens tokens;
    private final Consumer<Exchange> answered;

    private Users(URI origin, URI issuer, Consumer<Exchange> answered) {
        this.origin = origin;
        this.tokens = new Tokens(new PasswordGrant(issuer));
        this.answered = answered;
    }

    public static Users of(Stack stack) {
        return of(stack, exchange -> {});
    }

    /** @param answered hears of each request once it was answered */
    public static Users of(Stack stack, Consumer<Exchange> answered) {
        return new Users(stack.url(), stack.issuer(), answered);
    }

    /** The APIs as the user with that name sees them; the realm has one user per role, named as the role. */
    public Api as(String user) {
        return new Api(http, origin, tokens, Optional.of(user), answered);
    }

    public Api withoutToken() {
        return new Api(http, origin, tokens, Optional.empty(), answered);
    }

    public URI address(String path) {
        return URI.create(origin + path);
    }
}
