package org.candor.deploy;

import static org.candor.deploy.Findings.compare;
import static org.candor.deploy.Findings.expect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.candor.tools.Repository;

/** How the parts of the compose file belong together: what each keeps, waits for and is told of. Each rule answers with what breaks it. */
record ComposeParts(ComposeRules compose) {

    private static final Pattern SUBSTITUTION = Pattern.compile("\\$\\{([A-Z_]+)(?::([-?])([^}]*))?}");
    private static final Pattern UPSTREAM = Pattern.compile("set \\$upstream http://([a-z]+):");
    private static final String HEALTHY = "service_healthy";

    /** What must outlive its container: a variable of it that names the folder, or the folder of whoever made the image. */
    private static final Map<String, String> KEPT = Map.of(
            "postgres", "/var/lib/postgresql",
            "kafka", "KAFKA_LOG_DIRS",
            "notification", "CANDOR_OUTBOX_DIR",
            "audit", "CANDOR_CHECKPOINT_COPIES",
            "witness", "CANDOR_WITNESS_DIR",
            "clamav", "/var/lib/clamav",
            "prometheus", "/prometheus",
            "grafana", "/var/lib/grafana");

    private static final Map<String, String> PROFILES =
            Map.of("clamav", "[clamav]", "prometheus", "[monitoring]", "grafana", "[monitoring]");

    /** Whatever must outlive its container stands in a volume that is declared, and each volume is there for that. */
    List<String> volumes() {
        List<String> found = new ArrayList<>();
        Set<String> declared =
                new TreeSet<>(Yaml.document(compose.text()).at("volumes").keys());
        Set<String> used = new TreeSet<>();
        KEPT.forEach((container, where) -> {
            Yaml given = compose.container(container).at("environment", where);
            String folder = where.startsWith("/") ? where : given.text();
            List<String> mounted = compose.container(container).at("volumes").items().stream()
                    .map(Yaml::text)
                    .filter(volume -> volume.endsWith(":" + folder))
                    .map(volume -> volume.substring(0, volume.indexOf(':')))
                    .filter(declared::contains)
                    .toList();
            expect(found, container + " keeps " + folder, !folder.isEmpty() && mounted.size() == 1);
            used.addAll(mounted);
        });
        compare(found, "volume ", used, declared);
        return found;
    }

    /** Only what not everybody wants has a profile, and nobody waits for what may not be there. */
    List<String> profiles() {
        List<String> found = new ArrayList<>();
        for (String container : compose.containers()) {
            String profiles = compose.container(container).at("profiles").text();
            expect(
                    found,
                    container + " has the profiles " + profiles,
                    profiles.equals(PROFILES.getOrDefault(container, "")));
            compose.container(container).at("depends_on").keys().stream()
                    .filter(PROFILES::containsKey)
                    .filter(other -> !PROFILES.get(other).equals(profiles))
                    .forEach(other -> found.add(container + " waits for " + other));
        }
        PROFILES.keySet()
                .forEach(name -> expect(found, name, compose.containers().contains(name)));
        return found;
    }

    /** A container starts when those are ready without whom it does not start, and waits for nobody else. */
    List<String> waits() {
        List<String> found = new ArrayList<>();
        for (String container : compose.containers()) {
            Yaml waits = compose.container(container).at("depends_on");
            Set<String> given = waits.keys().stream()
                    .map(other -> other + " " + waits.at(other, "condition").text())
                    .collect(Collectors.toCollection(TreeSet::new));
            compare(found, container + " waits for ", needs(container), given);
        }
        return found;
    }

    /** A service's own folders are volumes of its own or in its /tmp, which is memory. */
    List<String> folders() {
        List<String> found = new ArrayList<>();
        for (String service : Code.SERVICES) {
            Yaml container = compose.container(service);
            expect(found, service + " has no /tmp", container.at("tmpfs").text().startsWith("[/tmp:"));
            // Uploads wait in the JVM's temporary folder unless this says otherwise.
            expect(
                    found,
                    service + " takes uploads elsewhere",
                    !container.at("environment", "CANDOR_UPLOADS_DIR").isThere());
        }
        return found;
    }

    private Set<String> needs(String container) {
        Stream<String> needs = switch (container) {
            case "gateway" -> upstreams().map(service -> service + " " + HEALTHY);
            case "topics" -> Stream.of("kafka " + HEALTHY);
            case "keycloak" -> Stream.of("postgres " + HEALTHY);
            case "grafana" -> Stream.of("prometheus " + HEALTHY);
            default -> Code.SERVICES.contains(container) ? needsOfService(container) : Stream.of();
        };
        return needs.collect(Collectors.toCollection(TreeSet::new));
    }

    /** Identity, mail and other services may come later: a service is ready without them. */
    private Stream<String> needsOfService(String service) {
        return Place.toldTo(service, environment(service)).stream().flatMap(place -> switch (place.what()) {
            case "its database" -> Stream.of("postgres " + HEALTHY);
            case "broker" -> Stream.of("topics service_completed_successfully");
            case "witness" -> Stream.of("witness " + HEALTHY);
            default -> Stream.of();
        });
    }

    private static Stream<String> upstreams() {
        return UPSTREAM.matcher(Repository.text("deploy/compose/gateway/candor.conf"))
                .results()
                .map(upstream -> upstream.group(1));
    }

    /** With what the example gives, everything that a service is told of is a container of this file. */
    List<String> places() {
        List<String> found = new ArrayList<>();
        for (String service : Code.SERVICES) {
            Map<String, String> environment = environment(service);
            List<Place> told = Place.toldTo(service, environment);
            told.stream()
                    .filter(place -> !compose.containers().contains(place.host(environment)))
                    .forEach(place -> found.add(service + " finds no " + place.what()));
            List<String> names = told.stream().map(Place::what).toList();
            expect(
                    found,
                    service + " is told enough",
                    names.containsAll(List.of("its database", "broker", "identity")));
        }
        expect(
                found,
                "mail",
                environment("notification").get("CANDOR_SMTP_HOST").equals("mailpit"));
        expect(
                found,
                "witness",
                !environment("audit").getOrDefault("CANDOR_WITNESS_URL", "").isEmpty());
        // As .env.example and the README say to set it.
        expect(
                found,
                "scanner",
                compose.containers().contains("clamav") && compose.example().contains("\n# clamav:3310 "));
        return found;
    }

    private Map<String, String> environment(String container) {
        Map<String, String> example = new LinkedHashMap<>();
        compose.example()
                .lines()
                .filter(line -> line.matches("[A-Z_]+=.*"))
                .forEach(line -> example.put(line.split("=", 2)[0], line.split("=", 2)[1]));
        Map<String, String> environment = new LinkedHashMap<>();
        Yaml given = compose.container(container).at("environment");
        given.keys()
                .forEach(
                        name -> environment.put(name, substituted(given.at(name).text(), example)));
        return environment;
    }

    /** As compose does it. */
    static String substituted(String value, Map<String, String> set) {
        return SUBSTITUTION.matcher(value).replaceAll(part -> {
            String chosen = set.getOrDefault(part.group(1), "");
            String otherwise = "-".equals(part.group(2)) ? part.group(3) : "";
            return Matcher.quoteReplacement(chosen.isEmpty() ? otherwise : chosen);
        });
    }
}
