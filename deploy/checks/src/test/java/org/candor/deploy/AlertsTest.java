package org.candor.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.candor.tools.Repository;
import org.junit.jupiter.api.Test;

/** The alerts of the production overlay are those of deploy/monitoring, word by word: a cluster reads them in a form of its own. */
class AlertsTest {

    private static final Path WRITTEN = Repository.path("deploy/kubernetes/overlays/production/alerts.yaml");
    private static final String HEAD = """
            # Made by AlertsTest (deploy/checks) of deploy/monitoring/alerts, where alerts are written and tested.
            apiVersion: monitoring.coreos.com/v1
            kind: PrometheusRule
            metadata: {name: candor}
            spec:
              groups:
            """;
    private static final String HOW =
            "%s is not what deploy/monitoring/alerts says; write it anew with ./mvnw -pl deploy/checks -am test"
                    + " -Dtest=AlertsTest -Dsurefire.failIfNoSpecifiedTests=false -Dwrite-alerts=true";

    @Test
    void theClusterHasTheAlertsThatAreTested() throws Exception {
        String expected = HEAD + groups();
        if (Boolean.getBoolean("write-alerts")) {
            Files.writeString(WRITTEN, expected);
        }
        assertThat(Files.readString(WRITTEN)).as(HOW, WRITTEN).isEqualTo(expected);
    }

    @Test
    void allOfThem() throws Exception {
        List<Yaml> ofTheCluster =
                Yaml.document(Files.readString(WRITTEN)).at("spec", "groups").items();
        List<Yaml> written = files().stream()
                .flatMap(file -> Yaml.document(Repository.text(file.toString())).at("groups").items().stream())
                .toList();
        assertThat(ofTheCluster).isEqualTo(written).hasSizeGreaterThan(2);
    }

    private static String groups() throws Exception {
        return files().stream()
                .flatMap(file -> Repository.text(file.toString())
                        .lines()
                        .dropWhile(line -> !line.equals("groups:"))
                        .skip(1))
                .map(line -> line.isBlank() ? "\n" : "  " + line + "\n")
                .collect(Collectors.joining());
    }

    private static List<Path> files() throws Exception {
        try (Stream<Path> files = Files.list(Repository.path("deploy/monitoring/alerts"))) {
            return files.filter(file -> file.toString().endsWith(".yml"))
                    .sorted()
                    .toList();
        }
    }
}
