package org.candor.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/** What the service under test shows at {@code /q/metrics} of its management port. */
public final class Metrics {

    private static final Path LIST = Path.of("src", "test", "resources", "metrics.txt");
    private static final String OURS = "candor_";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private Metrics() {}

    /**
     * Holds when {@code src/test/resources/metrics.txt} names exactly the metrics of ours that the service shows, and of the
     * libraries' only such as it shows. Dashboards and alerts are checked against these lists.
     */
    public static void areAsListed() {
        Set<String> listed = listed();
        // The metrics of requests are there after the first one.
        RestAssured.get("/me").then().statusCode(401);
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
            Set<String> shown = scrape().keySet().stream()
                    .map(series -> series.replaceFirst("\\{.*", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(only(shown, name -> name.startsWith(OURS)))
                    .as("metrics of ours, as in %s", LIST)
                    .isEqualTo(only(listed, name -> name.startsWith(OURS)));
            assertThat(shown).containsAll(listed);
        });
    }

    /** The value of a series, written as it is shown: {@code candor_dead_letters} or {@code candor_x{kind="y"}}. */
    public static double value(String series) {
        Double value = scrape().get(series);
        assertThat(value).as(series).isNotNull();
        return value;
    }

    private static Map<String, Double> scrape() {
        String page =
                Management.get("/q/metrics").then().statusCode(200).extract().asString();
        Map<String, Double> series = new TreeMap<>();
        page.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            int end = line.lastIndexOf(' ');
            series.put(line.substring(0, end).replace(",}", "}"), Double.parseDouble(line.substring(end + 1)));
        });
        return series;
    }

    private static Set<String> listed() {
        try {
            return new TreeSet<>(Files.readAllLines(LIST));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> only(Set<String> names, Predicate<String> wanted) {
        return names.stream().filter(wanted).collect(Collectors.toCollection(TreeSet::new));
    }
}
