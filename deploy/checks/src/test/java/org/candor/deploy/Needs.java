package org.candor.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.candor.tools.Repository;

/**
 * What a service needs to be ready, as the compose file gives it: passwords and keys out of the script, databases out of PostgreSQL's
 * script, and an address at which the identity provider describes itself. There is no broker: it may come later.
 */
final class Needs implements AutoCloseable {

    private final Path folder;
    private final EmbeddedPostgres postgres;
    private final HttpServer identity;
    private final Map<String, String> drawn = new LinkedHashMap<>();

    Needs(Path folder) throws Exception {
        this.folder = folder;
        Rendered.in(folder);
        Files.readAllLines(folder.resolve("drawn.env")).stream()
                .filter(line -> line.matches("[A-Z_]+=.*"))
                .forEach(line -> drawn.put(line.split("=", 2)[0], line.split("=", 2)[1]));
        // What an image has made for its volumes.
        Files.createDirectories(folder.resolve("volumes/candor/postal"));
        Files.createDirectories(folder.resolve("volumes/candor/checkpoints"));
        drawCertificates();
        this.postgres = EmbeddedPostgres.builder()
                .setServerConfig("ssl", "on")
                .setServerConfig("ssl_cert_file", folder.resolve("server.crt").toString())
                .setServerConfig("ssl_key_file", folder.resolve("server.key").toString())
                .setServerConfig("max_connections", "200")
                .start();
        this.identity = identityProvider();
        makeDatabases();
    }

    /** The environment of a container of the compose file, with what is on this machine in place of the other containers. */
    Map<String, String> environment(String container) {
        Map<String, String> environment = new LinkedHashMap<>();
        Yaml given = ComposeRules.ofTheRepository().container(container).at("environment");
        given.keys()
                .forEach(name -> environment.put(
                        name, here(ComposeParts.substituted(given.at(name).text(), drawn), container)));
        return environment;
    }

    /** The folders in which a container of the compose file may write, besides its /tmp. */
    List<Path> volumes(String container) {
        return ComposeRules.ofTheRepository().container(container).at("volumes").items().stream()
                .map(Yaml::text)
                .filter(volume -> !volume.endsWith(":ro"))
                .map(volume -> Path.of(here(volume.substring(volume.indexOf(':') + 1), container)))
                .toList();
    }

    private String here(String value, String container) {
        return value.replace("postgres:5432", "localhost:" + postgres.getPort())
                .replace(
                        "http://keycloak:8080",
                        "http://localhost:" + identity.getAddress().getPort())
                .replace("kafka:9092", "localhost:1")
                .replace(
                        "/run/secrets/keyset",
                        keys().resolve(container + ".keyset.json").toString())
                .replace(
                        "/run/secrets/trail-public",
                        keys().resolve("trail.pub.pem").toString())
                .replace("/run/secrets/trail", keys().resolve("trail.pem").toString())
                .replace("/var/lib/", folder.resolve("volumes").toString() + "/");
    }

    private Path keys() {
        return folder.resolve("deploy/kubernetes/overlays/dev/secrets");
    }

    Path authority() {
        return folder.resolve("ca.crt");
    }

    /** What a program of PostgreSQL asks the environment for, to enter a service's database as its owner. */
    Map<String, String> owner(String service) {
        Map<String, String> environment = environment(service);
        boolean apart = environment.containsKey("CANDOR_DB_OWNER");
        return Map.of(
                "PGHOST", "localhost",
                "PGPORT", Integer.toString(postgres.getPort()),
                "PGDATABASE", service,
                "PGUSER", environment.get(apart ? "CANDOR_DB_OWNER" : "CANDOR_DB_USER"),
                "PGPASSWORD", environment.get(apart ? "CANDOR_DB_OWNER_PASSWORD" : "CANDOR_DB_PASSWORD"));
    }

    /** How many connections a user has, encrypted or not. */
    int connections(String user, boolean encrypted) throws SQLException {
        String query =
                "select count(*) from pg_stat_ssl join pg_stat_activity using (pid) where usename = '%s' and ssl = %s"
                        .formatted(user, encrypted);
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private void makeDatabases() throws Exception {
        Map<String, String> environment = new LinkedHashMap<>(drawn);
        environment.putAll(Map.of(
                "PGHOST", "localhost", "PGPORT", Integer.toString(postgres.getPort()), "POSTGRES_USER", "postgres"));
        Run.in(folder, environment, List.of("sh", "deploy/postgres/databases.sh"))
                .output();
    }

    /** An authority, and a certificate of it for this machine. */
    private void drawCertificates() throws Exception {
        openssl(
                "req",
                "-x509",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:P-256",
                "-nodes",
                "-days",
                "2",
                "-subj",
                "/CN=authority",
                "-keyout",
                "ca.key",
                "-out",
                "ca.crt");
        openssl(
                "req",
                "-new",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:P-256",
                "-nodes",
                "-subj",
                "/CN=localhost",
                "-keyout",
                "server.key",
                "-out",
                "server.csr");
        Files.writeString(folder.resolve("names"), "subjectAltName=DNS:localhost\n");
        openssl(
                "x509",
                "-req",
                "-in",
                "server.csr",
                "-CA",
                "ca.crt",
                "-CAkey",
                "ca.key",
                "-CAcreateserial",
                "-days",
                "2",
                "-extfile",
                "names",
                "-out",
                "server.crt");
        Files.setPosixFilePermissions(folder.resolve("server.key"), PosixFilePermissions.fromString("rw-------"));
    }

    private void openssl(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments));
        Run.in(folder, command.toArray(String[]::new)).output();
    }

    private static HttpServer identityProvider() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
        String issuer = "http://localhost:%d/realms/candor"
                .formatted(server.getAddress().getPort());
        String description = """
                {"issuer": "%1$s", "jwks_uri": "%1$s/certs", "token_endpoint": "%1$s/token", "authorization_endpoint": "%1$s/auth"}
                """.formatted(issuer);
        answer(server, "/realms/candor/.well-known/openid-configuration", description);
        answer(server, "/realms/candor/certs", "{\"keys\": []}");
        server.start();
        return server;
    }

    private static void answer(HttpServer server, String path, String json) {
        server.createContext(path, exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, json.getBytes(UTF_8).length);
            exchange.getResponseBody().write(json.getBytes(UTF_8));
            exchange.close();
        });
    }

    @Override
    public void close() throws IOException {
        identity.stop(0);
        postgres.close();
    }

    static Path application(String service) {
        return Repository.path(new Code(service).module()).resolve("target/quarkus-app");
    }
}
