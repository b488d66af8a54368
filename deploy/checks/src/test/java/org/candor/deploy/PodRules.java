package org.candor.deploy;

import static org.candor.deploy.Findings.expect;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a pod may, and that there are enough of them. Each rule answers with what breaks it. */
record PodRules(Manifests manifests) {

    /** What the restricted profile of pod security asks for, and bounds of what a pod takes. */
    List<String> restrictions() {
        List<String> found = new ArrayList<>();
        manifests.pods().forEach(pod -> {
            String name = pod.at("metadata", "labels", "app.kubernetes.io/name").text();
            Yaml spec = pod.at("spec");
            boolean restricted = spec.at("securityContext", "runAsNonRoot").is(true)
                    && spec.at("securityContext", "runAsUser").isThere()
                    && spec.at("securityContext", "seccompProfile", "type").is("RuntimeDefault")
                    && spec.at("automountServiceAccountToken").is(false);
            expect(found, name, restricted);
            for (Yaml container : spec.at("containers").items()) {
                Yaml context = container.at("securityContext");
                expect(
                        found,
                        name,
                        context.at("allowPrivilegeEscalation").is(false)
                                && context.at("capabilities", "drop").text().equals("[ALL]")
                                && (context.at("readOnlyRootFilesystem").is(true)
                                        || !container.at("image").text().contains("candor/"))
                                && container.at("resources", "requests", "cpu").isThere()
                                && container.at("resources", "limits", "memory").isThere());
            }
        });
        return found;
    }

    /** Each folder that a service is told to write into is a volume that it may write, and so is its /tmp. */
    List<String> folders() {
        List<String> found = new ArrayList<>();
        for (String service : Code.SERVICES) {
            Set<String> writable = manifests.container(service).at("volumeMounts").items().stream()
                    .filter(mount -> !mount.at("readOnly").is(true))
                    .map(mount -> mount.at("mountPath").text())
                    .collect(Collectors.toSet());
            expect(found, service + " writes /tmp", writable.contains("/tmp"));
            for (String variable : List.of("CANDOR_OUTBOX_DIR", "CANDOR_CHECKPOINT_COPIES", "CANDOR_UPLOADS_DIR")) {
                String folder = manifests.environment(service).getOrDefault(variable, "/tmp");
                expect(found, service + " writes " + folder, writable.contains(folder));
            }
        }
        return found;
    }

    /** Two replicas of each, more under load, never both away, and not on one machine where that can be helped. */
    List<String> availability() {
        List<String> found = new ArrayList<>();
        for (String service : Code.SERVICES) {
            Yaml scaler = manifests.named("HorizontalPodAutoscaler", service).at("spec");
            expect(
                    found,
                    service + " scales",
                    scaler.at("minReplicas").is(2)
                            && scaler.at("scaleTargetRef", "name").is(service));
            Yaml budget = manifests.named("PodDisruptionBudget", service).at("spec");
            expect(
                    found,
                    service + " keeps one",
                    budget.at("selector", "matchLabels", "app.kubernetes.io/name")
                                    .is(service)
                            && budget.at("maxUnavailable").is(1));
            expect(found, service + " spreads", spreads(manifests.named("Deployment", service)));
        }
        return found;
    }

    /** The constraint counts pods of the platform that have the name of this one. */
    private static boolean spreads(Yaml deployment) {
        Yaml pod = deployment.at("spec", "template");
        Yaml constraint = pod.at("spec", "topologySpreadConstraints").items().stream()
                .findFirst()
                .orElse(new Yaml(null));
        Yaml counted = constraint.at("labelSelector", "matchLabels");
        return constraint.at("topologyKey").is("kubernetes.io/hostname")
                && constraint.at("matchLabelKeys").text().equals("[app.kubernetes.io/name]")
                && counted.keys().stream()
                        .allMatch(label -> pod.at("metadata", "labels", label)
                                .text()
                                .equals(counted.at(label).text()));
    }
}
