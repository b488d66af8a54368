package org.candor.deploy;

import static org.candor.deploy.Findings.compare;
import static org.candor.deploy.Findings.expect;

import java.util.ArrayList;
import java.util.List;

/** Who reaches whom in a cluster. Each rule answers with what breaks it. */
record NetworkRules(Manifests manifests) {

    /** Every edge that the code uses is open, at the right port, and no other. */
    List<String> edges() {
        List<String> found = new ArrayList<>();
        for (String service : Code.SERVICES) {
            Edges edges = new Edges(service, manifests);
            compare(found, service + " goes to ", edges.ofCode(), edges.out());
            compare(found, service + " is reached by ", edges.callers(), edges.in());
        }
        return found;
    }

    /** The policy of its own name closes what no policy names, both ways. */
    List<String> ofEach() {
        List<String> found = new ArrayList<>();
        for (String service : Code.SERVICES) {
            Yaml policy = manifests.named("NetworkPolicy", service).at("spec");
            expect(
                    found,
                    service,
                    policy.at("policyTypes").text().equals("[Ingress, Egress]")
                            && policy.at("podSelector", "matchLabels", "app.kubernetes.io/name")
                                    .is(service));
        }
        return found;
    }

    /** Whom an edge leads to is there. */
    List<String> servers() {
        List<String> found = new ArrayList<>();
        for (String server : List.of("broker", "identity")) {
            expect(
                    found,
                    server,
                    manifests.labels().stream()
                            .anyMatch(pod -> pod.at("candor-serves").is(server)));
        }
        for (String service : Code.SERVICES) {
            String label = "candor-serves-database-of-" + service;
            expect(
                    found,
                    label,
                    manifests.labels().stream().anyMatch(pod -> pod.at(label).is("true")));
        }
        return found;
    }

    /** Everybody is closed to begin with, and the namespace takes restricted pods only. */
    List<String> closed() {
        List<String> found = new ArrayList<>();
        expect(
                found,
                "nobody comes in",
                manifests
                        .all("NetworkPolicy")
                        .map(policy -> policy.at("spec"))
                        .anyMatch(policy -> policy.at("podSelector").keys().isEmpty()
                                && policy.at("policyTypes").text().equals("[Ingress]")
                                && !policy.at("ingress").isThere()));
        expect(
                found,
                "restricted",
                manifests
                        .named("Namespace", "candor")
                        .at("metadata", "labels", "pod-security.kubernetes.io/enforce")
                        .is("restricted"));
        return found;
    }
}
