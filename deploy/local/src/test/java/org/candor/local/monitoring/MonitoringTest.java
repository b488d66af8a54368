package org.candor.local.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.candor.tools.NeedsTool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MonitoringTest {

    /** Made by Prometheus itself for each target. */
    private static final Set<String> OF_PROMETHEUS = Set.of("up");

    @TempDir
    Path folder;

    @Test
    void asksOnlyForMetricsThatAServiceShows() throws IOException {
        Set<String> shown = Monitoring.shownMetrics();
        shown.addAll(OF_PROMETHEUS);
        assertThat(askedFor()).isSubsetOf(shown).hasSizeGreaterThan(20);
    }

    @Test
    void noMetricOfOursIsShownForNobody() throws IOException {
        assertThat(Monitoring.shownMetrics().stream().filter(name -> name.startsWith("candor_")))
                .isSubsetOf(askedFor());
    }

    @Test
    void eachAlertNamesARunbookThatIsThere() throws IOException {
        assertThat(Monitoring.runbooks()).hasSameSizeAs(Monitoring.alerts()).allSatisfy(runbook -> {
            String[] parts = runbook.split("#");
            assertThat(Monitoring.anchors(Monitoring.ROOT.resolve(parts[0])))
                    .as(runbook)
                    .contains(parts[1]);
        });
    }

    @Test
    void eachAlertIsTestedWhereItFiresAndWhereItDoesNot() throws IOException {
        String tests = read(Monitoring.alertTests());
        assertThat(Monitoring.alerts())
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(20)
                .allSatisfy(alert -> assertThat(tests)
                        .containsPattern("alertname: " + alert + "\n +exp_alerts:\n")
                        .containsPattern("alertname: " + alert + "\n +exp_alerts: \\[]\n"));
    }

    @Test
    @NeedsTool("promtool")
    void theAlertsDoAsTheirTestsSay() throws Exception {
        promtool("check rules", Monitoring.alertFiles());
        promtool("test rules", Monitoring.alertTests());
    }

    @Test
    @NeedsTool("promtool")
    void whatDashboardsAskCanBeRead() throws Exception {
        StringBuilder rules = new StringBuilder("groups:\n  - name: dashboards\n    rules:\n");
        int number = 0;
        for (String expression : Monitoring.dashboardExpressions()) {
            rules.append("      - record: panel:%d%n        expr: '%s'%n"
                    .formatted(number++, expression.replace("'", "''")));
        }
        promtool("check rules", List.of(Files.writeString(folder.resolve("dashboards.yml"), rules)));
    }

    @Test
    void findsTheMetricsOfAnExpression() {
        assertThat(new Expression(
                                "sum by (service) (rate(a_total{status=~\"5..\"}[5m])) / on (x) max(b) > 4 * 86400 and c")
                        .metrics())
                .containsExactly("a_total", "b", "c");
    }

    private static Set<String> askedFor() throws IOException {
        return Stream.concat(Monitoring.dashboardExpressions().stream(), Monitoring.alertExpressions().stream())
                .flatMap(expression -> new Expression(expression).metrics().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String read(List<Path> files) throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path file : files) {
            all.append(Files.readString(file));
        }
        return all.toString();
    }

    private static void promtool(String command, List<Path> files) throws Exception {
        List<String> words = new ArrayList<>(List.of("promtool"));
        words.addAll(List.of(command.split(" ")));
        files.forEach(file -> words.add(file.toString()));
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }
}
