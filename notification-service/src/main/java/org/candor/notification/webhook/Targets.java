package org.candor.notification.webhook;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import org.candor.kit.data.Workers;
import org.candor.notification.webhook.decision.PublicAddress;

/**
 * Where a webhook goes. The name is resolved anew for every delivery and the connection is made to the address that was checked,
 * so that a name can't point elsewhere between the two. One private address among several refuses them all.
 */
@ApplicationScoped
class Targets {

    private final Workers workers;
    private final boolean privateTargets;

    Targets(Workers workers, WebhookSettings settings) {
        this.workers = workers;
        this.privateTargets = settings.privateTargets();
    }

    /** A checked address. */
    record Target(URI url, InetAddress address) {

        boolean tls() {
            return "https".equals(url.getScheme());
        }

        int port() {
            return url.getPort() > 0 ? url.getPort() : tls() ? 443 : 80;
        }

        String path() {
            String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
            return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
        }
    }

    /** Empty where it may not be called, or its name is not known now. */
    Uni<Optional<Target>> check(String url) {
        return form(url)
                .map(good -> workers.run(() -> resolve(good)))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    private Optional<URI> form(String text) {
        try {
            URI url = new URI(text);
            boolean scheme = "https".equals(url.getScheme()) || (privateTargets && "http".equals(url.getScheme()));
            boolean plain = url.getHost() != null && url.getRawUserInfo() == null && url.getRawFragment() == null;
            return scheme && plain ? Optional.of(url) : Optional.empty();
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }

    private Optional<Target> resolve(URI url) {
        try {
            InetAddress[] found = InetAddress.getAllByName(url.getHost());
            boolean allowed =
                    privateTargets || Arrays.stream(found).allMatch(one -> PublicAddress.isPublic(one.getAddress()));
            return allowed && found.length > 0 ? Optional.of(new Target(url, found[0])) : Optional.empty();
        } catch (UnknownHostException unknown) {
            return Optional.empty();
        }
    }
}
