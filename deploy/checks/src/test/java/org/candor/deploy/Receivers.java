package org.candor.deploy;

import static org.candor.deploy.Findings.expect;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Both ends of an edge between pods of one namespace: what its beginning may reach, its end lets in, and the reverse. Each rule answers
 * with what breaks it.
 */
record Receivers(Manifests manifests) {

    /** What some pods let in, as a policy says it or as an operator makes a policy of it. */
    private record Way(Yaml pods, List<Yaml> from, List<String> ports) {}

    /** Everybody to whom an edge leads lets the service in at its port. */
    List<String> letIn() {
        List<String> found = new ArrayList<>();
        eachEdge((service, edge) -> manifests.labels().stream()
                .filter(new Selector(edge.pods())::takes)
                .forEach(receiver -> edge.ports()
                        .forEach(port -> expect(
                                found,
                                "%s is not let in by %s at %s"
                                        .formatted(service, edge.pods().text(), port),
                                isLetIn(service, receiver, port)))));
        return found;
    }

    /** Every service that somebody lets in has an edge that leads to one of those who do. */
    List<String> used() {
        List<String> found = new ArrayList<>();
        for (Way way : ways()) {
            for (String service : Code.SERVICES) {
                if (way.from().stream().anyMatch(peer -> isPeer(peer, service))) {
                    expect(
                            found,
                            "%s is let in by %s at %s and does not go there"
                                    .formatted(service, way.pods().text(), way.ports()),
                            goes(service, way));
                }
            }
        }
        return found;
    }

    private void eachEdge(BiConsumer<String, Way> look) {
        Code.SERVICES.forEach(service -> edges(service).forEach(edge -> look.accept(service, edge)));
    }

    /** Of a service's edges those that end in this namespace, with the ports of them at which it is told that somebody is. */
    private List<Way> edges(String service) {
        Set<String> told = Place.toldTo(service, manifests.environment(service)).stream()
                .map(place -> place.port(manifests.environment(service)))
                .collect(Collectors.toSet());
        return new Edges(service, manifests)
                .policies().stream()
                        .flatMap(policy -> policy.at("egress").items().stream())
                        .flatMap(rule -> rule.at("to").items().stream()
                                .filter(Receivers::isInside)
                                .map(to -> new Way(to.at("podSelector"), List.of(), told(Edges.ports(rule), told))))
                        .toList();
    }

    private static List<String> told(List<String> ports, Set<String> told) {
        return ports.size() == 1 ? ports : ports.stream().filter(told::contains).toList();
    }

    private boolean goes(String service, Way way) {
        return edges(service).stream()
                .filter(edge -> edge.ports().stream().anyMatch(way.ports()::contains))
                .anyMatch(edge -> manifests.labels().stream()
                        .anyMatch(pod -> new Selector(edge.pods()).takes(pod) && new Selector(way.pods()).takes(pod)));
    }

    private boolean isLetIn(String service, Yaml receiver, String port) {
        return ways().stream()
                .filter(way -> new Selector(way.pods()).takes(receiver))
                .filter(way -> way.ports().contains(port))
                .anyMatch(way -> way.from().stream().anyMatch(peer -> isPeer(peer, service)));
    }

    private boolean isPeer(Yaml peer, String service) {
        return isInside(peer) && new Selector(peer.at("podSelector")).takes(manifests.labels(service));
    }

    private static boolean isInside(Yaml peer) {
        return peer.at("podSelector").isThere() && !peer.at("namespaceSelector").isThere();
    }

    private List<Way> ways() {
        return Stream.of(ofPolicies(), ofBrokers(), ofIdentityProviders())
                .flatMap(ways -> ways)
                .toList();
    }

    private Stream<Way> ofPolicies() {
        return manifests
                .all("NetworkPolicy")
                .map(policy -> policy.at("spec"))
                .flatMap(policy -> policy.at("ingress").items().stream()
                        .map(rule -> new Way(
                                policy.at("podSelector"), rule.at("from").items(), Edges.ports(rule))));
    }

    private Stream<Way> ofBrokers() {
        return manifests
                .all("Kafka")
                .flatMap(kafka -> kafka.at("spec", "kafka", "listeners").items().stream())
                .map(listener -> new Way(
                        serving("broker"),
                        listener.at("networkPolicyPeers").items(),
                        List.of(listener.at("port").text())));
    }

    private Stream<Way> ofIdentityProviders() {
        return manifests
                .all("Keycloak")
                .map(keycloak -> new Way(
                        serving("identity"),
                        keycloak.at("spec", "networkPolicy", "http").items(),
                        List.of("8080")));
    }

    private static Yaml serving(String what) {
        return Yaml.document("matchLabels: {candor-serves: %s}".formatted(what));
    }
}
