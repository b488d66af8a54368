package org.candor.deploy;

import static org.candor.deploy.Findings.expect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Everything in one cluster, one replica of each. Each rule answers with what breaks it. */
record DevelopmentRules(Manifests manifests) {

    /** What a cluster takes without any operator. */
    private static final Set<String> OF_EVERY_CLUSTER = Set.of("v1", "apps/v1", "batch/v1", "networking.k8s.io/v1");

    /** Wherever a service is told that something is, a pod of this very overlay answers at that port. */
    List<String> places() {
        List<String> found = new ArrayList<>();
        for (String service : Code.SERVICES) {
            Map<String, String> environment = manifests.environment(service);
            for (Place place : Place.toldTo(service, environment)) {
                expect(
                        found,
                        service + " finds its " + place.what(),
                        answers(place.host(environment), place.port(environment)));
            }
            new Code(service)
                    .calls().stream()
                            .filter(peer ->
                                    !answers(peer, manifests.environment(peer).get("CANDOR_PORT")))
                            .forEach(peer -> found.add(service + " finds " + peer));
        }
        return found;
    }

    /** What a service needs, it is told: without a broker in its environment none would be looked for above. */
    List<String> told() {
        List<String> found = new ArrayList<>();
        for (String service : Code.SERVICES) {
            List<String> told = Place.toldTo(service, manifests.environment(service)).stream()
                    .map(Place::what)
                    .toList();
            expect(found, service, told.containsAll(List.of("its database", "broker", "identity")));
        }
        expect(found, "mail", toldTo("notification").contains("mail"));
        expect(found, "witness", toldTo("audit").contains("witness"));
        return found;
    }

    /** Of each workload one replica, and nothing that would make more of it or asks for an operator. */
    List<String> size() {
        List<String> found = new ArrayList<>();
        Stream.of("Deployment", "StatefulSet").flatMap(manifests::all).forEach(workload -> {
            Yaml replicas = workload.at("spec", "replicas");
            expect(found, name(workload), !replicas.isThere() || replicas.is(1));
        });
        manifests.documents().stream()
                .filter(manifest ->
                        !OF_EVERY_CLUSTER.contains(manifest.at("apiVersion").text()))
                .forEach(manifest -> found.add(manifest.at("kind").text() + " " + name(manifest)));
        return found;
    }

    private List<String> toldTo(String service) {
        return Place.toldTo(service, manifests.environment(service)).stream()
                .map(Place::what)
                .toList();
    }

    private boolean answers(String host, String port) {
        Yaml service = manifests.named("Service", host).at("spec");
        return service.at("ports").items().stream()
                .filter(offered -> offered.at("port").text().equals(port))
                .anyMatch(offered -> manifests
                        .pods()
                        .filter(pod -> selects(service.at("selector"), pod.at("metadata", "labels")))
                        .anyMatch(pod -> listens(pod, offered.at("targetPort").text())));
    }

    private static boolean selects(Yaml selector, Yaml labels) {
        return !selector.keys().isEmpty()
                && selector.keys().stream()
                        .allMatch(key ->
                                labels.at(key).text().equals(selector.at(key).text()));
    }

    private static boolean listens(Yaml pod, String name) {
        return pod.at("spec", "containers").items().stream()
                .flatMap(container -> container.at("ports").items().stream())
                .anyMatch(port -> port.at("name").is(name));
    }

    private static String name(Yaml manifest) {
        return manifest.at("metadata", "name").text();
    }
}
