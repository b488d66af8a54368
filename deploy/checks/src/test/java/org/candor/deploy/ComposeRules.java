package org.candor.deploy;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.candor.tools.Repository;

/** What must be true of the compose file. Each rule answers with what breaks it. */
record ComposeRules(String text, String example) {

    private static final Pattern SUBSTITUTION = Pattern.compile("\\$\\{([A-Z_]+)(:[-?][^}]*)?}");
    private static final Pattern SECRET = Pattern.compile(".*(PASSWORD|SECRET).*");
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]*:[0-9]+");

    static ComposeRules ofTheRepository() {
        return new ComposeRules(Repository.text("docker-compose.yml"), Repository.text(".env.example"));
    }

    /** The same file with one thing changed, which must be in it. */
    ComposeRules with(String part, String replacement) {
        if (!text.contains(part)) {
            throw new AssertionError("the compose file has no " + part);
        }
        return new ComposeRules(text.replace(part, replacement), example);
    }

    Yaml container(String name) {
        return Yaml.document(text).at("services", name);
    }

    List<String> containers() {
        return Yaml.document(text).at("services").keys();
    }

    /** Every variable of a service is one that its code reads, and none without which it does not start is missing. */
    List<String> environments() {
        List<String> found = new ArrayList<>();
        for (String service : Code.SERVICES) {
            Code code = new Code(service);
            compare(service, code.variables(), code.required(), found);
        }
        Set<String> witness = Code.witnessVariables();
        compare("witness", witness, witness, found);
        return found;
    }

    private void compare(String container, Set<String> read, Set<String> required, List<String> found) {
        Set<String> given = new TreeSet<>(container(container).at("environment").keys());
        given.stream()
                .filter(name -> !read.contains(name))
                .forEach(name -> found.add(container + " does not read " + name));
        required.stream()
                .filter(name -> !given.contains(name))
                .forEach(name -> found.add(container + " lacks " + name));
    }

    /** A service is told where those are that it calls, and nobody else, at the port where they listen. */
    List<String> peers() {
        List<String> found = new ArrayList<>();
        for (String service : Code.SERVICES) {
            Yaml environment = container(service).at("environment");
            for (String peer : Code.SERVICES) {
                String expected = "http://%s:%s/%s".formatted(peer, port(peer), peer);
                String told = environment.at(Code.addressOf(peer)).text();
                if (!told.equals(new Code(service).calls().contains(peer) ? expected : "")) {
                    found.add(service + " is told that " + peer + " is at '" + told + "'");
                }
            }
        }
        return found;
    }

    /** A service is healthy when its readiness answers, at its management port and root. */
    List<String> health() {
        List<String> found = new ArrayList<>();
        for (String service : Code.SERVICES) {
            String asked = container(service).at("healthcheck", "test").text();
            if (!asked.contains("http://127.0.0.1:%s/%s/q/health/ready".formatted(managementPort(service), service))) {
                found.add(service + " asks " + asked);
            }
        }
        return found;
    }

    /** Nobody is root, has a capability or may take what it likes of the machine; and whoever goes on running says how it is. */
    List<String> restrictions() {
        List<String> found = new ArrayList<>();
        for (String name : containers()) {
            Yaml container = container(name);
            boolean restricted = NUMBER.matcher(container.at("user").text()).matches()
                    && container.at("cap_drop").text().equals("[ALL]")
                    && container.at("security_opt").text().contains("no-new-privileges:true")
                    && container.at("mem_limit").isThere()
                    && container.at("cpus").isThere()
                    && container.at("pids_limit").isThere();
            boolean ends = container.at("restart").is("on-failure");
            if (!restricted || !(ends || container.at("healthcheck", "test").isThere())) {
                found.add(name);
            }
        }
        for (String service : List.of("intake", "investigation", "breach", "notification", "audit", "witness")) {
            if (!container(service).at("read_only").is(true)) {
                found.add(service + " may write");
            }
        }
        return found;
    }

    /** What is published is published to this machine only. */
    List<String> ports() {
        return containers().stream()
                .flatMap(name -> container(name).at("ports").items().stream())
                .map(Yaml::text)
                .filter(port -> !port.startsWith("127.0.0.1:"))
                .toList();
    }

    /** The example names what the compose file takes, and nothing else. */
    List<String> names() {
        Set<String> taken = SUBSTITUTION
                .matcher(text)
                .results()
                .map(name -> name.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        // Compose reads it itself.
        taken.add("COMPOSE_PROFILES");
        Set<String> named = example.lines()
                .filter(line -> line.matches("[A-Z_]+=.*"))
                .map(line -> line.substring(0, line.indexOf('=')))
                .collect(Collectors.toCollection(TreeSet::new));
        List<String> found = new ArrayList<>();
        taken.stream()
                .filter(name -> !named.contains(name))
                .forEach(name -> found.add(name + " is not in the example"));
        named.stream().filter(name -> !taken.contains(name)).forEach(name -> found.add(name + " is not taken"));
        return found;
    }

    /** A secret has no default, stands nowhere in the file, and in the example only as what the services refuse. */
    List<String> secrets() {
        List<String> found = new ArrayList<>();
        for (String name : containers()) {
            Yaml environment = container(name).at("environment");
            environment.keys().stream()
                    .filter(key -> SECRET.matcher(key).matches())
                    .filter(key -> !isGiven(environment.at(key).text()))
                    .forEach(key -> found.add(name + ": " + key));
        }
        example.lines()
                .filter(line -> SECRET.matcher(line.split("=", 2)[0]).matches() && !line.startsWith("#"))
                .filter(line -> !line.contains("=change-me-") && !line.endsWith("="))
                .forEach(found::add);
        return found;
    }

    private static boolean isGiven(String value) {
        Matcher whole = SUBSTITUTION.matcher(value);
        return whole.matches() && List.of(":?", ":-").contains(whole.group(2));
    }

    /** What a container is shown of the checkout is in it; keys are drawn by the script. */
    List<String> files() {
        Set<String> shown = new TreeSet<>();
        for (String name : containers()) {
            container(name).at("volumes").items().stream()
                    .map(Yaml::text)
                    .filter(volume -> volume.startsWith("./"))
                    .forEach(volume -> shown.add(volume.substring(2, volume.indexOf(':'))));
            if (container(name).at("build").isThere()) {
                shown.add(container(name).at("build", "dockerfile").text());
            }
        }
        return shown.stream()
                .filter(file -> !Files.exists(Repository.path(file)))
                .toList();
    }

    String managementPort(String container) {
        return container(container).at("environment", "CANDOR_MANAGEMENT_PORT").text();
    }

    String port(String container) {
        return container(container).at("environment", "CANDOR_PORT").text();
    }
}
