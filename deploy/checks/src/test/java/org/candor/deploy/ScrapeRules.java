package org.candor.deploy;

import static org.candor.deploy.Findings.expect;

import java.util.ArrayList;
import java.util.List;

/** What Prometheus measures in a cluster. Each rule answers with what breaks it. */
record ScrapeRules(Manifests manifests) {

    private static final String NAME = "app.kubernetes.io/name";

    /** Each service is found by its labels, asked at a port that its pods listen on, at the path where it shows its metrics. */
    List<String> services() {
        List<String> found = new ArrayList<>();
        Yaml monitor = manifests.named("ServiceMonitor", "candor").at("spec");
        Yaml endpoint = monitor.at("endpoints").items().getFirst();
        for (String name : Code.SERVICES) {
            Yaml service = manifests.named("Service", name);
            Yaml labels = service.at("metadata", "labels");
            Yaml wanted = monitor.at("selector", "matchLabels");
            expect(
                    found,
                    name + " is selected",
                    !wanted.keys().isEmpty()
                            && wanted.keys().stream()
                                    .allMatch(key -> labels.at(key)
                                            .text()
                                            .equals(wanted.at(key).text())));
            expect(
                    found,
                    name + " is asked where it listens",
                    listens(name, service, endpoint.at("port").text()));
            expect(
                    found,
                    name + " is asked for " + path(endpoint, labels),
                    path(endpoint, labels).equals(shownAt(name)));
            expect(
                    found,
                    name + " belongs to the job that alerts ask for",
                    labels.at(monitor.at("jobLabel").text()).is("candor"));
        }
        return found;
    }

    private boolean listens(String name, Yaml service, String port) {
        return service.at("spec", "ports").items().stream()
                .filter(offered -> offered.at("name").is(port))
                .anyMatch(offered -> manifests.container(name).at("ports").items().stream()
                        .anyMatch(open ->
                                open.at("name").is(offered.at("targetPort").text())
                                        && open.at("containerPort")
                                                .text()
                                                .equals(offered.at("port").text())));
    }

    /** As Prometheus makes it: a label that it has of the service, put where a path's variable stands. */
    private static String path(Yaml endpoint, Yaml labels) {
        String path = endpoint.at("path").text();
        for (Yaml relabeling : endpoint.at("relabelings").items()) {
            if (relabeling.at("targetLabel").is("__metrics_path__")) {
                path = relabeling
                        .at("replacement")
                        .text()
                        .replace("$1", labels.at(NAME).text());
            }
        }
        return path;
    }

    private static String shownAt(String service) {
        return "/" + service + "/q/metrics";
    }
}
