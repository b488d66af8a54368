package org.candor.notification;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Names the SMTP port and the outbox folder; the tests start and stop the server themselves. */
public final class Surroundings implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>();
        settings.put("CANDOR_SMTP_HOST", "127.0.0.1");
        settings.put("CANDOR_SMTP_PORT", Integer.toString(freePort()));
        settings.put(
                "CANDOR_OUTBOX_DIR",
                Path.of("target", "outbox").toAbsolutePath().toString());
        settings.put("candor.run-loop", "0.2s");
        settings.put("candor.gauges.count-every", "1s");
        settings.put("candor.roster-loop", "0.2s");
        settings.put("candor.sending.first-retry", "0.3s");
        settings.put("candor.sending.longest-retry", "0.5s");
        settings.put("candor.sending.lease", "10s");
        settings.put("candor.posting.watch", "0.3s");
        settings.put("candor.line.index", "0.3s");
        settings.put("candor.line.look-ups-per-minute", "5");
        settings.put("candor.sending.ask-again", "0.3s");
        settings.put("candor.mail.loop", "0.2s");
        settings.put("candor.mail.timeout", "4s");
        settings.put("candor.alerts.look", "0.3s");
        settings.put("candor.complainant.look", "0.3s");
        settings.put("candor.reminders.look", "0.3s");
        settings.put("candor.listing.keep", "0.5s");
        settings.put("candor.covered-entity.look", "0.3s");
        settings.put("candor.webhooks.private-targets", "true");
        settings.put("candor.webhooks.first-retry", "0.3s");
        settings.put("candor.webhooks.longest-retry", "0.5s");
        settings.put("candor.webhooks.most-attempts", "3");
        settings.put("candor.webhooks.most-failures", "5");
        settings.put("candor.operator-mailbox", "operator@installation.example");
        return settings;
    }

    @Override
    public void stop() {
        // Nothing was started.
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }
}
