package org.candor.deploy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The manifests of an overlay. */
record Manifests(String text, List<Yaml> documents) {

    static Manifests of(String text) {
        return new Manifests(text, Yaml.documents(text));
    }

    /** The same with one thing changed, which must be in it. */
    Manifests with(String part, String replacement) {
        if (!text.contains(part)) {
            throw new AssertionError("the manifests have no " + part);
        }
        return of(text.replace(part, replacement));
    }

    Stream<Yaml> all(String kind) {
        return documents.stream().filter(manifest -> manifest.at("kind").is(kind));
    }

    Yaml named(String kind, String name) {
        return all(kind)
                .filter(manifest -> manifest.at("metadata", "name").is(name))
                .findFirst()
                .orElse(new Yaml(null));
    }

    /** The configuration that all services share. */
    Yaml shared() {
        return all("ConfigMap")
                .filter(map -> map.at("metadata", "name").text().startsWith("candor-")
                        && map.at("data", "CANDOR_KAFKA").isThere())
                .findFirst()
                .orElse(new Yaml(null))
                .at("data");
    }

    Yaml container(String service) {
        return named("Deployment", service)
                .at("spec", "template", "spec", "containers")
                .items()
                .getFirst();
    }

    /** The variables of a service's container in their order; what comes of a secret or another variable is as it is written. */
    Map<String, String> environment(String service) {
        Map<String, String> environment = new LinkedHashMap<>();
        shared().keys().forEach(name -> environment.put(name, shared().at(name).text()));
        for (Yaml variable : container(service).at("env").items()) {
            Yaml value = variable.at("value").isThere() ? variable.at("value") : variable.at("valueFrom");
            environment.remove(variable.at("name").text());
            environment.put(variable.at("name").text(), value.text());
        }
        return environment;
    }

    /** Pods that somebody describes in full. */
    Stream<Yaml> pods() {
        return Stream.of("Deployment", "StatefulSet", "Job")
                .flatMap(this::all)
                .map(workload -> workload.at("spec", "template"));
    }

    /** Pods' labels, also of those that an operator makes. */
    List<Yaml> labels() {
        return Stream.of(
                        pods().map(pod -> pod.at("metadata", "labels")),
                        all("KafkaNodePool").map(pool -> pool.at("spec", "template", "pod", "metadata", "labels")),
                        all("Cluster").map(Manifests::labelsOfDatabase),
                        all("Keycloak").map(it -> it.at("spec", "unsupported", "podTemplate", "metadata", "labels")))
                .flatMap(labels -> labels)
                .toList();
    }

    Yaml labels(String service) {
        return named("Deployment", service).at("spec", "template", "metadata", "labels");
    }

    /** With the one that CloudNativePG gives. */
    private static Yaml labelsOfDatabase(Yaml cluster) {
        Yaml given = cluster.at("spec", "inheritedMetadata", "labels");
        Map<String, Object> labels = new LinkedHashMap<>();
        given.keys().forEach(name -> labels.put(name, given.at(name).value()));
        labels.put("cnpg.io/cluster", cluster.at("metadata", "name").text());
        return new Yaml(labels);
    }
}
