package org.candor.deploy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where a service may be told that something is, besides the services: a variable, what is there, and the usual port of it. */
record Place(String variable, String what, String portVariable, String usualPort) {

    static final List<Place> ALL = List.of(
            new Place("CANDOR_DB_URL", "its database", "", "5432"),
            new Place("CANDOR_KAFKA", "broker", "", "9092"),
            new Place("CANDOR_OIDC_URL", "identity", "", "443"),
            new Place("CANDOR_CLAMAV", "clamav", "", "3310"),
            new Place("CANDOR_SMTP_HOST", "mail", "CANDOR_SMTP_PORT", "25"),
            new Place("CANDOR_SFTP_HOST", "print house", "CANDOR_SFTP_PORT", "22"),
            new Place("CANDOR_WITNESS_URL", "witness", "", "443"),
            new Place("CANDOR_TSA_URL", "timestamps", "", "443"),
            // OpenTelemetry's own; each service has its exporter.
            new Place("OTEL_EXPORTER_OTLP_ENDPOINT", "traces", "", "4318"));

    private static final Pattern NAMES_A_PLACE = Pattern.compile("CANDOR_(.*_URL|.*_HOST|KAFKA|CLAMAV)");
    private static final Pattern AUTHORITY = Pattern.compile("^(?:[a-z]+://)?([^:/]+)(?::([0-9]+))?(?:/.*)?$");

    /** Its own address, which it tells others. */
    private static final String OWN = "CANDOR_PUBLIC_URL";

    /** Variables of a service that name a place of which nothing is known here. */
    static Set<String> unknown(String service) {
        Set<String> known = Stream.concat(
                        ALL.stream().map(Place::variable),
                        Code.SERVICES.stream().map(Code::addressOf))
                .collect(Collectors.toSet());
        return new Code(service)
                .variables().stream()
                        .filter(name -> NAMES_A_PLACE.matcher(name).matches())
                        .filter(name -> !known.contains(name) && !name.equals(OWN))
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What that service is told of and reads. */
    static List<Place> toldTo(String service, Map<String, String> environment) {
        Set<String> read = new Code(service).variables();
        return ALL.stream()
                .filter(place ->
                        read.contains(place.variable()) || place.variable().startsWith("OTEL_"))
                .filter(place -> !environment.getOrDefault(place.variable(), "").isEmpty())
                .toList();
    }

    String port(Map<String, String> environment) {
        return Optional.ofNullable(authority(environment).group(2))
                .orElse(environment.getOrDefault(portVariable, usualPort));
    }

    String host(Map<String, String> environment) {
        return authority(environment).group(1);
    }

    private Matcher authority(Map<String, String> environment) {
        Matcher authority = AUTHORITY.matcher(environment.get(variable));
        if (!authority.matches()) {
            throw new AssertionError(variable + " names no place: " + environment.get(variable));
        }
        return authority;
    }
}
