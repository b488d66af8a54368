package org.candor.deploy;

import static org.candor.deploy.Findings.expect;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/** What a service is told by manifests, and asked. Each rule answers with what breaks it. */
record ManifestRules(Manifests manifests) {

    /** Settings of the platform that a start of the built services proves to have their effect, see ServicesIT. */
    static final Map<String, String> PROVEN = Map.of(
            "QUARKUS_DATASOURCE_REACTIVE_POSTGRESQL_SSL_MODE", "verify-full",
            "QUARKUS_DATASOURCE_REACTIVE_HOSTNAME_VERIFICATION_ALGORITHM", "HTTPS",
            "QUARKUS_DATASOURCE_REACTIVE_TRUST_CERTIFICATE_PEM", "true",
            "QUARKUS_DATASOURCE_REACTIVE_TRUST_CERTIFICATE_PEM_CERTS", "/etc/candor/db/ca.crt",
            "QUARKUS_DATASOURCE_JDBC_URL",
                    "jdbc:$(CANDOR_DB_URL)?sslmode=verify-full&sslrootcert=/etc/candor/db/ca.crt");

    private static final Pattern REFERENCE = Pattern.compile("\\$\\(([A-Z_]+)\\)");

    /** Port and probes are those of the service. */
    List<String> probes() {
        List<String> found = new ArrayList<>();
        for (String service : Code.SERVICES) {
            Yaml container = manifests.container(service);
            Yaml offered = manifests.named("Service", service).at("spec", "ports");
            Map.of("http", "CANDOR_PORT", "management", "CANDOR_MANAGEMENT_PORT")
                    .forEach((name, variable) -> {
                        String port = manifests.environment(service).get(variable);
                        expect(
                                found,
                                "%s listens for %s on %s".formatted(service, name, port),
                                named(name, container.at("ports"))
                                        .at("containerPort")
                                        .text()
                                        .equals(port));
                        expect(
                                found,
                                "%s is offered for %s on %s".formatted(service, name, port),
                                named(name, offered).at("port").text().equals(port)
                                        && named(name, offered).at("targetPort").is(name));
                    });
            Map.of("startupProbe", "started", "readinessProbe", "ready", "livenessProbe", "live")
                    .forEach((probe, path) -> {
                        Yaml asked = container.at(probe, "httpGet");
                        boolean right = asked.at("path").is("/%s/q/health/%s".formatted(service, path))
                                && asked.at("port").is("management");
                        expect(found, service + " has its " + probe, right);
                    });
        }
        return found;
    }

    private static Yaml named(String name, Yaml ports) {
        return ports.items().stream()
                .filter(port -> port.at("name").is(name))
                .findFirst()
                .orElse(new Yaml(null));
    }

    /** Each variable is one that is read, and none is missing without which a service does not start. */
    List<String> environments() {
        List<String> found = new ArrayList<>();
        Set<String> readBySome = Code.SERVICES.stream()
                .flatMap(service -> new Code(service).variables().stream())
                .collect(Collectors.toSet());
        for (String service : Code.SERVICES) {
            Code code = new Code(service);
            Map<String, String> environment = manifests.environment(service);
            Set<String> shared = new HashSet<>(manifests.shared().keys());
            environment.forEach((name, value) -> {
                boolean read = code.variables().contains(name) || shared.contains(name) && readBySome.contains(name);
                boolean ofItsOwn = isKafkas(name) || name.equals("OTEL_EXPORTER_OTLP_ENDPOINT");
                if (!read && !ofItsOwn && !value.equals(PROVEN.get(name))) {
                    found.add(service + " does not read " + name + " = " + value);
                }
            });
            code.required().stream()
                    .filter(name -> !environment.containsKey(name))
                    .forEach(name -> found.add(service + " lacks " + name));
        }
        return found;
    }

    /** The clients take {@code KAFKA_SSL_KEYSTORE_TYPE} for {@code ssl.keystore.type}. */
    private static boolean isKafkas(String variable) {
        String name =
                variable.replaceFirst("^KAFKA_", "").toLowerCase(Locale.ROOT).replace('_', '.');
        return variable.startsWith("KAFKA_")
                && (ConsumerConfig.configNames().contains(name)
                        || ProducerConfig.configNames().contains(name));
    }

    /** A value names only variables that stand before it: Kubernetes leaves any other as it is written. */
    List<String> references() {
        List<String> found = new ArrayList<>();
        for (String service : Code.SERVICES) {
            Set<String> before = new HashSet<>();
            for (Yaml variable : manifests.container(service).at("env").items()) {
                Matcher reference = REFERENCE.matcher(variable.at("value").text());
                while (reference.find()) {
                    expect(found, service + ": " + reference.group(1), before.contains(reference.group(1)));
                }
                before.add(variable.at("name").text());
            }
        }
        return found;
    }

    /** A service is told where those are that it calls, and nobody else. */
    List<String> peers() {
        List<String> found = new ArrayList<>();
        for (String service : Code.SERVICES) {
            for (String peer : Code.SERVICES) {
                String told = manifests.environment(service).getOrDefault(Code.addressOf(peer), "");
                String there = "http://%s:%s/%s"
                        .formatted(peer, manifests.environment(peer).get("CANDOR_PORT"), peer);
                expect(
                        found,
                        service + " → " + peer,
                        told.equals(new Code(service).calls().contains(peer) ? there : ""));
            }
        }
        return found;
    }

    /** No secret stands in a manifest. */
    List<String> secrets() {
        List<String> found = new ArrayList<>();
        manifests
                .all("Secret")
                .forEach(secret -> found.add(secret.at("metadata", "name").text()));
        for (String service : Code.SERVICES) {
            manifests
                    .environment(service)
                    .forEach((name, value) -> expect(
                            found,
                            service + ": " + name,
                            !name.matches(".*(PASSWORD|SECRET).*") || value.startsWith("{secretKeyRef=")));
        }
        return found;
    }

    /** An alert asks for what some service measures. */
    List<String> alerts() {
        List<String> found = new ArrayList<>();
        Set<String> measured = Code.metrics();
        manifests
                .all("PrometheusRule")
                .flatMap(rule -> rule.at("spec", "groups").items().stream())
                .flatMap(group -> group.at("rules").items().stream())
                .flatMap(rule -> Pattern.compile("candor_[a-z_]+")
                        .matcher(rule.at("expr").text())
                        .results())
                .forEach(metric -> expect(found, metric.group(), measured.contains(metric.group())));
        return found;
    }
}
