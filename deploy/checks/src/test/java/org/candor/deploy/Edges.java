package org.candor.deploy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whom a service speaks to and who speaks to it: as the code does with what it is told, and as policies let it. */
record Edges(String service, Manifests manifests) {

    private static final String NAME = "app.kubernetes.io/name";
    private static final String DATABASE = "candor-serves-database-of-";

    /** The broker's listeners, in clear and with certificates; an installation has one of them. */
    private static final Set<String> LISTENERS = Set.of("9092", "9093");

    Set<String> ofCode() {
        Code code = new Code(service);
        Set<String> edges = new TreeSet<>(code.calls());
        edges.add("names");
        Place.toldTo(service, environment()).forEach(place -> edges.add(place.what()));
        if (code.has("candor.webhooks.look")) {
            edges.add("webhooks");
        }
        return edges;
    }

    Set<String> callers() {
        Set<String> callers = Code.SERVICES.stream()
                .filter(other -> new Code(other).calls().contains(service))
                .collect(Collectors.toCollection(TreeSet::new));
        callers.addAll(List.of("gateway", "monitoring"));
        return callers;
    }

    /** All policies that select its pods, each of which opens something. */
    List<Yaml> policies() {
        return manifests
                .all("NetworkPolicy")
                .map(policy -> policy.at("spec"))
                .filter(policy -> new Selector(policy.at("podSelector")).takes(manifests.labels(service)))
                .toList();
    }

    Set<String> out() {
        Set<String> edges = new TreeSet<>();
        for (Yaml policy : policies()) {
            for (Yaml rule : policy.at("egress").items()) {
                if (rule.at("to").items().isEmpty()) {
                    edges.add("everybody");
                }
                for (Yaml to : rule.at("to").items()) {
                    edges.add(target(to, ports(rule), edges));
                }
            }
        }
        return edges;
    }

    Set<String> in() {
        Set<String> edges = new TreeSet<>();
        for (Yaml policy : policies()) {
            for (Yaml rule : policy.at("ingress").items()) {
                if (rule.at("from").items().isEmpty()) {
                    edges.add("everybody");
                }
                for (Yaml from : rule.at("from").items()) {
                    String pods = from.at("podSelector", "matchLabels", NAME).text();
                    Yaml namespace = from.at("namespaceSelector", "matchLabels", "candor-serves");
                    String who = pods.isEmpty() ? namespace.text() : pods;
                    edges.add(opens(rule, who) ? who : who + " at another port");
                }
            }
        }
        return edges;
    }

    /** Prometheus comes to the port of probes and metrics, everybody else to that of the API. */
    private boolean opens(Yaml rule, String who) {
        return who.equals("monitoring")
                ? ports(rule).equals(List.of("management"))
                : Stream.of(port(service), "http").map(List::of).anyMatch(ports(rule)::equals);
    }

    private String target(Yaml to, List<String> ports, Set<String> before) {
        String named = to.at("podSelector", "matchLabels", NAME).text();
        if (Code.SERVICES.contains(named)) {
            return ports.equals(List.of(port(named))) ? named : named + " at another port";
        }
        if (to.at("podSelector", "matchLabels", "k8s-app").is("kube-dns")) {
            return Set.copyOf(ports).equals(Set.of("53")) ? "names" : "names at another port";
        }
        if (to.at("ipBlock").isThere()) {
            return beyond(to.at("ipBlock"), ports, before);
        }
        String what = named.isEmpty() ? served(to) : named;
        return place(what).filter(place -> open(place, ports)).isPresent() ? what : what + " at " + ports;
    }

    private boolean open(Place place, List<String> ports) {
        String port = place.port(environment());
        return ports.equals(List.of(port)) || LISTENERS.contains(port) && LISTENERS.equals(Set.copyOf(ports));
    }

    private String served(Yaml to) {
        if (to.at("podSelector", "matchLabels", DATABASE + service).is("true")) {
            return "its database";
        }
        String pods = to.at("podSelector", "matchLabels", "candor-serves").text();
        return pods.isEmpty()
                ? to.at("namespaceSelector", "matchLabels", "candor-serves").text()
                : pods;
    }

    /** Outside of the cluster: everybody's HTTPS save in one's own network, or one address for each place. */
    private String beyond(Yaml block, List<String> ports, Set<String> before) {
        if (block.at("cidr").is("0.0.0.0/0")) {
            boolean closed = block.at("except").items().size() >= 4;
            return closed && ports.equals(List.of("443")) ? "webhooks" : "everybody";
        }
        return Place.toldTo(service, environment()).stream()
                .filter(place -> place.host(environment()).contains("."))
                .filter(place -> ports.equals(List.of(place.port(environment()))))
                .map(Place::what)
                .filter(what -> !before.contains(what))
                .findFirst()
                .orElse("somewhere " + block.text() + ports);
    }

    private Optional<Place> place(String what) {
        return Place.toldTo(service, environment()).stream()
                .filter(place -> place.what().equals(what))
                .findFirst();
    }

    private Map<String, String> environment() {
        return manifests.environment(service);
    }

    private String port(String name) {
        return manifests.environment(name).get("CANDOR_PORT");
    }

    static List<String> ports(Yaml rule) {
        return rule.at("ports").items().stream()
                .map(port -> port.at("port").text() + port.at("endPort").text())
                .toList();
    }
}
