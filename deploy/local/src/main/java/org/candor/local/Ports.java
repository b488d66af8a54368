package org.candor.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The port of each listener by name. */
public record Ports(Map<String, Integer> byName) {

    public static final String PROXY = "proxy";
    public static final String KEYCLOAK = "keycloak";
    public static final String POSTGRES = "postgres";
    public static final String KAFKA = "kafka";
    public static final String KAFKA_CONTROLLER = "kafka-controller";
    public static final String SMTP = "smtp";
    public static final String WITNESS = "witness";
    /** Nothing of ours listens there: it is the one other origin whose pages may call intake. */
    public static final String SPA = "spa";

    public Ports {
        byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
    }

    /** More replicas of a service than these have no port. */
    public static final int MOST_REPLICAS = 3;

    /** The ports of the documentation. */
    public static Ports defaults() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put(PROXY, 8080);
        for (ServiceName service : ServiceName.values()) {
            for (int replica = 1; replica <= MOST_REPLICAS; replica++) {
                int port = 8071 + 10 * replica + service.ordinal();
                ports.put(service.replica(replica), port);
                ports.put(management(service.replica(replica)), port + 500);
            }
        }
        ports.put(KEYCLOAK, 8180);
        ports.put(POSTGRES, 54330);
        ports.put(KAFKA, 19092);
        ports.put(KAFKA_CONTROLLER, 19093);
        ports.put(SMTP, 2525);
        ports.put(WITNESS, 8087);
        ports.put(SPA, 8090);
        return new Ports(ports);
    }

    /** A port for each listener that nobody used a moment ago. */
    public static Ports free() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (String name : defaults().byName.keySet()) {
                ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                held.add(socket);
                ports.put(name, socket.getLocalPort());
            }
            for (ServerSocket socket : held) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Ports(ports);
    }

    /** The name of the port on which that replica shows probes and metrics. */
    public static String management(String replica) {
        return replica + "-management";
    }

    /** All ports moved by the same number. */
    public Ports plus(int offset) {
        Map<String, Integer> moved = new LinkedHashMap<>();
        byName.forEach((name, port) -> moved.put(name, checked(name, port + offset)));
        return new Ports(moved);
    }

    /** These ports, save for those that the environment names: {@code CANDOR_PORT_PROXY}, {@code CANDOR_PORT_INTAKE}, … */
    public Ports overriddenBy(Map<String, String> environment) {
        Map<String, Integer> chosen = new LinkedHashMap<>(byName);
        chosen.replaceAll((name, port) -> {
            String value = environment.get(variable(name));
            return value == null || value.isBlank() ? port : number(name, value.strip());
        });
        return new Ports(chosen);
    }

    public int of(String name) {
        return byName.get(name);
    }

    public int of(ServiceName service) {
        return of(service.id());
    }

    /** The environment variable that sets this port. */
    public static String variable(String name) {
        return "CANDOR_PORT_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static int number(String name, String value) {
        try {
            return checked(name, Integer.parseInt(value));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(variable(name) + " is not a port number: " + value, e);
        }
    }

    private static int checked(String name, int port) {
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("The port of " + name + " would be " + port + "; ports are 1 to 65535");
        }
        return port;
    }
}
