package org.candor.deploy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Who speaks to whom: as the code does, and as a policy lets it. An edge is a name and the ports. */
final class Edges {

    private static final String NAME = "app.kubernetes.io/name";
    private static final String DATABASE = "candor-serves-database-of-";

    /** Settings that lead out of a service, and where to. */
    private static final Map<String, String> BEYOND = Map.of(
            "candor.clamav.address", "clamav",
            "quarkus.mailer.host", "mail",
            "candor.webhooks.look", "webhooks",
            "candor.trail.witness.url", "witness");

    private Edges() {}

    static Set<String> ofCode(String service) {
        Code code = new Code(service);
        Set<String> edges = new TreeSet<>(Set.of("its database", "broker", "identity"));
        edges.addAll(code.calls());
        BEYOND.forEach((setting, where) -> {
            if (code.has(setting)) {
                edges.add(where);
            }
        });
        return edges;
    }

    static Set<String> callersOf(String service) {
        Set<String> callers = Code.SERVICES.stream()
                .filter(other -> new Code(other).calls().contains(service))
                .collect(Collectors.toCollection(TreeSet::new));
        callers.addAll(List.of("gateway", "monitoring"));
        return callers;
    }

    static Set<String> outOf(String service, Yaml policy, Manifests manifests) {
        Set<String> edges = new TreeSet<>();
        for (Yaml rule : policy.at("egress").items()) {
            for (Yaml to : rule.at("to").items()) {
                edges.add(target(service, to, ports(rule), manifests));
            }
        }
        return edges;
    }

    static Set<String> into(String service, Yaml policy, Manifests manifests) {
        Set<String> edges = new TreeSet<>();
        for (Yaml rule : policy.at("ingress").items()) {
            boolean right =
                    ports(rule).equals(List.of(manifests.environment(service).get("CANDOR_PORT")));
            for (Yaml from : rule.at("from").items()) {
                String pods = from.at("podSelector", "matchLabels", NAME).text();
                String who = pods.isEmpty()
                        ? from.at("namespaceSelector", "matchLabels", "candor-serves")
                                .text()
                        : pods;
                edges.add(right ? who : who + " at another port");
            }
        }
        return edges;
    }

    private static String target(String service, Yaml to, List<String> ports, Manifests manifests) {
        Yaml labels = to.at("podSelector", "matchLabels");
        String named = labels.at(NAME).text();
        if (Code.SERVICES.contains(named)) {
            return ports.equals(List.of(manifests.environment(named).get("CANDOR_PORT")))
                    ? named
                    : named + " at another port";
        }
        if (!named.isEmpty()) {
            return named;
        }
        if (labels.at(DATABASE + service).is("true")) {
            return ports.equals(List.of("5432")) ? "its database" : "its database at another port";
        }
        String serves = labels.at("candor-serves").text();
        return serves.isEmpty() ? beyond(to.at("ipBlock"), ports) : serves;
    }

    /** Outside of the cluster: everybody's HTTPS save in one's own network, or one address. */
    private static String beyond(Yaml block, List<String> ports) {
        boolean everybody = block.at("cidr").is("0.0.0.0/0");
        if (everybody
                && ports.equals(List.of("443"))
                && block.at("except").items().size() >= 4) {
            return "webhooks";
        }
        if (!everybody && ports.equals(List.of("587"))) {
            return "mail";
        }
        return !everybody && ports.equals(List.of("443")) ? "witness" : "somewhere " + block.text() + ports;
    }

    private static List<String> ports(Yaml rule) {
        return rule.at("ports").items().stream()
                .map(port -> port.at("port").text())
                .toList();
    }
}
