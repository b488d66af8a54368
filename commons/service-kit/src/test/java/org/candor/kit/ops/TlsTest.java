package org.candor.kit.ops;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.candor.kit.ledger.Calls.eventually;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.Vertx;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.pgclient.SslMode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import javax.net.ssl.SSLHandshakeException;
import org.candor.events.CaseEvent.CaseOpened;
import org.candor.events.Topic;
import org.candor.test.Broker;
import org.candor.test.Certificates;
import org.candor.test.Database;
import org.candor.test.OnRealPlatform;
import org.candor.test.Tokens;
import org.candor.test.TopicProbe;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** The profile {@code tls}: every connection of a service is encrypted, and made with who shows a good certificate only. */
@QuarkusTest
@TestProfile(TlsTest.Tls.class)
@OnRealPlatform(service = "wire")
@WithTestResource(TlsTest.Encrypted.class)
class TlsTest {

    private static final String SERVICE = "superuser";

    public static class Tls implements QuarkusTestProfile {

        @Override
        public String getConfigProfile() {
            return "test,tls";
        }
    }

    /** What the environment of an installation with TLS names, and an audit-service that speaks nothing else. */
    public static final class Encrypted implements QuarkusTestResourceLifecycleManager {

        private HttpsServer audit;

        @Override
        public Map<String, String> start() {
            try {
                audit = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
                audit.setHttpsConfigurator(new HttpsConfigurator(Certificates.showing(SERVICE)));
                audit.createContext("/audit/documents", exchange -> {
                    exchange.getRequestBody().readAllBytes();
                    exchange.sendResponseHeaders(201, -1);
                    exchange.close();
                });
                audit.start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return Map.of(
                    "CANDOR_TLS_CA", Certificates.authority().toString(),
                    "CANDOR_TLS_CERT", Certificates.certificate(SERVICE).toString(),
                    "CANDOR_TLS_KEY", Certificates.key(SERVICE).toString(),
                    "kafka.bootstrap.servers", Broker.secured(),
                    "quarkus.http.test-ssl-port", "0",
                    "quarkus.rest-client.audit.url",
                            "https://localhost:" + audit.getAddress().getPort() + "/audit");
        }

        @Override
        public void stop() {
            audit.stop(0);
        }
    }

    @TestHTTPResource(value = "/", tls = true)
    URI address;

    @ConfigProperty(name = "quarkus.management.port")
    int managementPort;

    @ConfigProperty(name = "CANDOR_DB_URL")
    String database;

    @ConfigProperty(name = "CANDOR_DB_PASSWORD")
    String password;

    @Test
    void aRequestGoesThroughToDatabaseAndBrokerEncrypted() throws Exception {
        UUID incident = UUID.randomUUID();
        String entry = "{\"incidentId\": \"%s\", \"title\": \"A title\", \"narrative\": \"Words\"}".formatted(incident);

        assertThat(post("entries", "application/json", entry).statusCode()).isEqualTo(201);

        try (TopicProbe probe = TopicProbe.on(Topic.CASE)) {
            probe.await(CaseOpened.class, fact -> fact.incidentId().equals(incident));
        }
        assertThat(Database.rows("""
                        select distinct s.ssl from pg_stat_ssl s join pg_stat_activity a using (pid)
                         where a.usename = 'wire'
                        """)).containsExactly(Map.of("ssl", true));
    }

    @Test
    void aDocumentIsHandedOverToAnotherServiceEncrypted() throws Exception {
        UUID incident = UUID.randomUUID();
        assertThat(post("frozen?incident=" + incident, "text/plain", "Words").statusCode())
                .isEqualTo(204);

        eventually()
                .until(() -> Database.number("select count(*) from hand_over where incident_id = ?", incident) == 0);
    }

    @Test
    void probesAndMetricsAreShownEncrypted() throws Exception {
        URI probe = URI.create("https://localhost:%d/ledger/q/health/live".formatted(managementPort));
        HttpRequest request = HttpRequest.newBuilder(probe).build();
        try (HttpClient client = HttpClient.newBuilder()
                .sslContext(Certificates.trusting(Certificates.authority()))
                .build()) {
            assertThat(client.send(request, BodyHandlers.discarding()).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void whoTrustsAnotherAuthorityDoesNotSpeakToTheService() {
        assertThatThrownBy(() -> post(Certificates.stranger(), "entries", "application/json", "{}"))
                .isInstanceOf(SSLHandshakeException.class);
    }

    @Test
    void plainHttpIsNotAnswered() {
        URI plain = URI.create(address.toString().replace("https:", "http:"));
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            assertThatThrownBy(() -> client.send(
                            HttpRequest.newBuilder(plain.resolve("me")).build(), BodyHandlers.ofString()))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void neitherDriverTakesADatabaseOfAnotherAuthority() {
        assertThat(reactive(Certificates.authority())).isTrue();
        assertThat(reactive(Certificates.stranger())).isFalse();
        assertThat(jdbc(Certificates.authority())).isTrue();
        assertThat(jdbc(Certificates.stranger())).isFalse();
    }

    private boolean reactive(Path authority) {
        PgConnectOptions options = PgConnectOptions.fromUri(database)
                .setUser("wire")
                .setPassword(password)
                .setSslMode(SslMode.VERIFY_FULL);
        options.setHostnameVerificationAlgorithm("HTTPS");
        options.setTrustOptions(new PemTrustOptions().addCertPath(authority.toString()));
        Vertx vertx = Vertx.vertx();
        try {
            return PgConnection.connect(vertx, options)
                    .compose(PgConnection::close)
                    .map(true)
                    .otherwise(false)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        } finally {
            vertx.close();
        }
    }

    private boolean jdbc(Path authority) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl("jdbc:" + database);
        source.setSslMode("verify-full");
        source.setSslRootCert(authority.toString());
        try (Connection connection = source.getConnection("wire", password)) {
            return connection.isValid(5);
        } catch (SQLException refused) {
            return false;
        }
    }

    private HttpResponse<String> post(String path, String type, String body) throws Exception {
        return post(Certificates.authority(), path, type, body);
    }

    private HttpResponse<String> post(Path authority, String path, String type, String body) throws Exception {
        try (HttpClient client = HttpClient.newBuilder()
                .sslContext(Certificates.trusting(authority))
                .build()) {
            return client.send(
                    HttpRequest.newBuilder(address.resolve(path))
                            .header("Authorization", "Bearer " + Tokens.of("privacy-officer"))
                            .header("Content-Type", type)
                            .POST(HttpRequest.BodyPublishers.ofString(body, UTF_8))
                            .build(),
                    BodyHandlers.ofString());
        }
    }
}
