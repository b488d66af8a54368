package org.candor.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Finds out before anything starts whether each port can be had. */
final class PortCheck {

    private PortCheck() {}

    /** What to tell the user when ports are taken or given twice; empty when all can be had. */
    static Optional<String> complaint(Map<String, Integer> wanted) {
        StringBuilder complaint = new StringBuilder();
        Map<Integer, String> seen = new TreeMap<>();
        wanted.forEach((name, port) -> {
            String other = seen.putIfAbsent(port, name);
            if (other != null) {
                complaint.append("Port %d is given to both %s and %s.%n".formatted(port, other, name));
            } else if (taken(port)) {
                complaint.append("Port %d, needed by %s, is taken by another program.%n".formatted(port, name));
            }
        });
        return complaint.isEmpty() ? Optional.empty() : Optional.of(complaint + advice(wanted));
    }

    private static String advice(Map<String, Integer> wanted) {
        String variables = wanted.keySet().stream().map(Ports::variable).collect(Collectors.joining(", "));
        return "End that program, or move all ports (./candor up --port-offset 1000), or one of them:%n  %s"
                .formatted(variables);
    }

    private static boolean taken(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // A port whose last connections linger in TIME_WAIT can be had.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return false;
        } catch (IOException e) {
            return true;
        }
    }
}
