package org.candor.intake.routing;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.candor.events.ReportEvent.ReportRouted;
import org.candor.events.RoutingEvent.ReaderUntil;
import org.candor.events.RoutingEvent.RoutingChanged;
import org.candor.intake.routing.decision.Route;
import org.candor.kit.outbox.EventJson;

/** The routing record of an incident, and how one follows from another. */
final class Records {

    private Records() {}

    static List<String> union(Collection<String> some, Collection<String> others) {
        return Stream.concat(some.stream(), others.stream()).distinct().toList();
    }

    static RoutingChanged recused(RoutingChanged now, List<String> recused) {
        return new RoutingChanged(
                now.incidentId(),
                now.entityId(),
                now.officers().stream()
                        .filter(officer -> !recused.contains(officer.person()))
                        .toList(),
                recused,
                now.restrictedReaders(),
                now.drill(),
                now.version() + 1,
                without(now.exceptions(), recused));
    }

    static RoutingChanged restricted(RoutingChanged now, List<String> readers) {
        return new RoutingChanged(
                now.incidentId(),
                now.entityId(),
                now.officers(),
                now.recused(),
                readers,
                now.drill(),
                now.version() + 1,
                now.exceptions());
    }

    /** One more who may read for a time; one that he has already is replaced. */
    static RoutingChanged excepted(RoutingChanged now, ReaderUntil reader) {
        return withExceptions(
                now,
                Stream.concat(without(now.exceptions(), List.of(reader.person())).stream(), Stream.of(reader))
                        .toList());
    }

    /** Without those whose time has come. */
    static RoutingChanged ended(RoutingChanged now, Instant at) {
        return withExceptions(
                now,
                now.exceptions().stream()
                        .filter(reader -> reader.until().isAfter(at))
                        .toList());
    }

    static List<ReaderUntil> without(List<ReaderUntil> exceptions, Collection<String> persons) {
        return exceptions.stream()
                .filter(reader -> !persons.contains(reader.person()))
                .toList();
    }

    private static RoutingChanged withExceptions(RoutingChanged now, List<ReaderUntil> exceptions) {
        return new RoutingChanged(
                now.incidentId(),
                now.entityId(),
                now.officers(),
                now.recused(),
                now.restrictedReaders(),
                now.drill(),
                now.version() + 1,
                exceptions);
    }

    static ReportRouted routed(RoutingChanged record, Route route) {
        return new ReportRouted(
                record.incidentId(),
                record.entityId(),
                record.officers(),
                route.reason().name());
    }

    static boolean isSame(RoutingChanged now, RoutingChanged next) {
        return new HashSet<>(now.officers()).equals(new HashSet<>(next.officers()))
                && new HashSet<>(now.recused()).equals(new HashSet<>(next.recused()));
    }

    static RoutingChanged record(String json) {
        return EventJson.read(json, RoutingChanged.class);
    }
}
