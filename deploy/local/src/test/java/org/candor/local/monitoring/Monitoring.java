package org.candor.local.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.candor.local.Checkout;
import org.candor.local.ServiceName;

/** What lies in deploy/monitoring, and what it refers to. */
final class Monitoring {

    static final Path ROOT = Checkout.find().root();
    static final Path FOLDER = ROOT.resolve("deploy/monitoring");

    private static final Pattern EXPRESSION = Pattern.compile("(?m)^ +expr: (.*)$");
    private static final Pattern RUNBOOK = Pattern.compile("(?m)^ +runbook: (\\S+)$");
    private static final Pattern ALERT = Pattern.compile("(?m)^ +- alert: (\\S+)$");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");

    private Monitoring() {}

    static List<Path> dashboards() throws IOException {
        return files("dashboards", ".json");
    }

    static List<Path> alertFiles() throws IOException {
        return files("alerts", ".yml");
    }

    static List<Path> alertTests() throws IOException {
        return files("alerts/tests", ".yml");
    }

    static List<String> dashboardExpressions() throws IOException {
        List<String> expressions = new ArrayList<>();
        for (Path dashboard : dashboards()) {
            JsonNode board = new ObjectMapper().readTree(dashboard.toFile());
            board.findValuesAsText("expr", expressions);
        }
        return expressions;
    }

    static List<String> alertExpressions() throws IOException {
        return found(EXPRESSION, alertFiles());
    }

    static List<String> alerts() throws IOException {
        return found(ALERT, alertFiles());
    }

    static List<String> runbooks() throws IOException {
        return found(RUNBOOK, alertFiles());
    }

    /** What the services show, as each one's own test has compared with what it scraped. */
    static Set<String> shownMetrics() throws IOException {
        Set<String> names = new TreeSet<>();
        for (ServiceName service : ServiceName.values()) {
            names.addAll(Files.readAllLines(ROOT.resolve(service.module()).resolve("src/test/resources/metrics.txt")));
        }
        return names;
    }

    /** Headings of a page as the anchors that a reader's browser jumps to. */
    static Set<String> anchors(Path page) throws IOException {
        return HEADING.matcher(Files.readString(page))
                .results()
                .map(heading -> heading.group(1).toLowerCase(java.util.Locale.ROOT))
                .map(heading -> heading.replaceAll("[^a-z0-9 -]", "").replace(' ', '-'))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> found(Pattern pattern, List<Path> files) throws IOException {
        List<String> all = new ArrayList<>();
        for (Path file : files) {
            all.addAll(pattern.matcher(Files.readString(file))
                    .results()
                    .map((MatchResult match) -> match.group(1))
                    .toList());
        }
        return all;
    }

    private static List<Path> files(String folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
