package org.candor.local;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.candor.local.kafka.Kafka;
import org.candor.local.keycloak.Keycloak;
import org.candor.local.keys.Keys;
import org.candor.local.mail.MailServer;
import org.candor.local.postgres.Postgres;
import org.candor.local.process.Children;
import org.candor.local.proxy.Origin;
import org.candor.local.proxy.Proxy;
import org.candor.local.run.Component;
import org.candor.local.service.ServiceProcess;
import org.candor.local.witness.WitnessProcess;

/** The parts of a stack in the order of their start. */
final class Components {

    private Components() {}

    static List<Component> of(StackSettings settings, Layout layout, Children children) {
        Checkout checkout = settings.checkout();
        Ports ports = settings.ports();
        Keys keys = new Keys(layout.keys());
        List<Component> components = new ArrayList<>();
        components.add(new Postgres(checkout.postgres(), layout, ports.of(Ports.POSTGRES), keys, children));
        components.add(new Kafka(
                checkout.libraries(), layout, ports.of(Ports.KAFKA), ports.of(Ports.KAFKA_CONTROLLER), children));
        components.add(new Keycloak(checkout.keycloak(), checkout.realm(), layout, ports.of(Ports.KEYCLOAK), children));
        components.add(new MailServer(layout, ports.of(Ports.SMTP)));
        if (settings.services().contains(ServiceName.AUDIT)) {
            components.add(new WitnessProcess(
                    checkout.witnessClassPath(),
                    layout,
                    ports.of(Ports.WITNESS),
                    keys,
                    children,
                    settings.environment()));
        }
        Map<String, List<Origin>> origins = unreachable(ports);
        List<String> started = new ArrayList<>();
        for (ServiceName service : settings.services()) {
            List<ServiceProcess> replicas = IntStream.rangeClosed(1, settings.replicas())
                    .mapToObj(replica -> new ServiceProcess(service, replica, settings, layout, keys, children))
                    .toList();
            components.addAll(replicas);
            replicas.forEach(replica -> started.add(replica.name()));
            origins.put(
                    service.id(), replicas.stream().map(ServiceProcess::origin).toList());
        }
        components.add(new Proxy(origins, started, layout, ports.of(Ports.PROXY)));
        return components;
    }

    /** The ports that this stack will listen on. */
    static Map<String, Integer> portsOf(StackSettings settings) {
        Map<String, Integer> used = new LinkedHashMap<>(settings.ports().byName());
        for (ServiceName service : ServiceName.values()) {
            int replicas = settings.services().contains(service) ? settings.replicas() : 0;
            for (int replica = replicas + 1; replica <= Ports.MOST_REPLICAS; replica++) {
                used.remove(service.replica(replica));
                used.remove(Ports.management(service.replica(replica)));
            }
        }
        if (!settings.services().contains(ServiceName.AUDIT)) {
            used.remove(Ports.WITNESS);
        }
        return used;
    }

    /** Where nobody answers: what the proxy says for a service that is not started. */
    private static Map<String, List<Origin>> unreachable(Ports ports) {
        Map<String, List<Origin>> origins = new LinkedHashMap<>();
        for (ServiceName service : ServiceName.values()) {
            origins.put(service.id(), List.of(new Origin(ports.of(service))));
        }
        return origins;
    }
}
