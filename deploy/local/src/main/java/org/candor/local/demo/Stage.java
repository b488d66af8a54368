package org.candor.local.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.candor.local.Layout;
import org.candor.local.keycloak.PasswordGrant;

/** What the chapters play with: the people with their tokens, the post, the folder for what is to be kept. */
final class Stage {

    /** Events take well under a second; a machine that is busy with other things may need far more. */
    static final Duration SOON = Duration.ofSeconds(120);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI origin;
    private final Tokens tokens;
    private final Path postal;
    private final Consumer<String> acknowledged;
    final Mailbox mail;
    final KeptFiles files;
    final Narrator narrator;
    final Plot plot;

    /**
     * @param origin of the proxy
     * @param issuer of the tokens
     * @param acknowledged hears the path of each change once it was acknowledged
     */
    Stage(URI origin, URI issuer, Layout layout, Narrator narrator, Consumer<String> acknowledged) throws IOException {
        this.acknowledged = acknowledged;
        this.origin = origin;
        this.tokens = new Tokens(new PasswordGrant(issuer));
        this.postal = layout.postal();
        this.mail = Mailbox.from(layout.mail());
        this.files = KeptFiles.in(layout.root().resolve("demo/files"));
        this.narrator = narrator;
        this.plot = new Plot(Instant.now());
    }

    /** The APIs as the user with that role sees them. */
    Api as(String role) {
        return new Api(http, origin, tokens, Optional.of(role), acknowledged);
    }

    Api withoutToken() {
        return new Api(http, origin, tokens, Optional.empty(), acknowledged);
    }

    Link.Api link(String path) {
        return new Link.Api(URI.create(origin + path));
    }

    Path postalFolder(String batch) {
        return postal.resolve(batch);
    }
}
