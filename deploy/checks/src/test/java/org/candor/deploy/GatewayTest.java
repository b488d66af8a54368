package org.candor.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.candor.tools.NeedsTool;
import org.candor.tools.Repository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The compose file's gateway with its own configuration, before a service that answers what it was asked. */
@NeedsTool("nginx")
class GatewayTest {

    private static final String MAIN = """
            pid %1$s/pid;
            events {}
            http {
                client_body_temp_path %1$s/body;
                proxy_temp_path %1$s/proxy;
                fastcgi_temp_path %1$s/fastcgi;
                uwsgi_temp_path %1$s/uwsgi;
                scgi_temp_path %1$s/scgi;
                include %1$s/candor.conf;
            }
            """;

    @TempDir
    Path folder;

    private HttpServer service;
    private Process gateway;
    private int port;

    @BeforeEach
    void start() throws Exception {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
        service.createContext("/", exchange -> {
            String asked = exchange.getRequestURI() + " for "
                    + exchange.getRequestHeaders().get("X-Forwarded-For") + " at "
                    + exchange.getRequestHeaders().get("X-Forwarded-Host");
            exchange.sendResponseHeaders(200, asked.getBytes(UTF_8).length);
            exchange.getResponseBody().write(asked.getBytes(UTF_8));
            exchange.close();
        });
        service.start();
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Files.writeString(folder.resolve("nginx.conf"), MAIN.formatted(folder));
        Files.writeString(
                folder.resolve("candor.conf"),
                Repository.text("deploy/compose/gateway/candor.conf")
                        .replace("listen 8080", "listen 127.0.0.1:" + port)
                        .replaceAll("(?m)^resolver .*$", "")
                        .replaceAll(
                                "http://[a-z]+:808[0-9]",
                                "http://127.0.0.1:" + service.getAddress().getPort()));
        gateway = new ProcessBuilder(
                        "nginx",
                        "-p",
                        folder.toString(),
                        "-c",
                        folder.resolve("nginx.conf").toString(),
                        "-e",
                        "stderr",
                        "-g",
                        "daemon off;")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        while (!listens()) {
            assertThat(gateway.waitFor(100, TimeUnit.MILLISECONDS))
                    .as(Files.readString(folder.resolve("log")))
                    .isFalse();
        }
    }

    @AfterEach
    void end() throws Exception {
        gateway.destroy();
        assertThat(gateway.waitFor(30, TimeUnit.SECONDS)).isTrue();
        service.stop(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/intake/me",
                "/audit/entries?filter=%41//b;c",
                "/breach/a%20b%C3%A9",
                "/notification/q/openapi",
                "/investigation/.well-known"
            })
    void passesAPathOnAsItCame(String path) throws Exception {
        assertThat(ask(path)).startsWith("HTTP/1.1 200").contains("\r\n\r\n" + path + " for ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/intake//me",
                "/intake/../audit/x",
                "/intake/./me",
                "/intake/%6de",
                "/intake/a;b",
                "/intake/a\\b",
                "/audit/q/%6Detrics",
                "/a/%2e%2e/b"
            })
    void refusesASecondSpelling(String path) throws Exception {
        assertThat(ask(path)).startsWith("HTTP/1.1 400");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/other/me"})
    void answersNothingElse(String path) throws Exception {
        assertThat(ask(path)).startsWith("HTTP/1.1 404");
    }

    @Test
    void believesNoClientAboutWhoAsks() throws Exception {
        assertThat(ask("/intake/me")).endsWith("/intake/me for [127.0.0.1] at null");
    }

    private boolean listens() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (ConnectException e) {
            return false;
        }
    }

    /** As it stands: a client of Java would put the path in order first. */
    private String ask(String path) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            List<String> request = List.of(
                    "GET " + path + " HTTP/1.1",
                    "Host: localhost",
                    "X-Forwarded-For: 203.0.113.6",
                    "X-Forwarded-Host: elsewhere.example",
                    "Connection: close",
                    "",
                    "");
            socket.getOutputStream().write(String.join("\r\n", request).getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }
}
