package org.candor.local;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.candor.local.kafka.Kafka;
import org.candor.local.keycloak.Keycloak;
import org.candor.local.keys.Keys;
import org.candor.local.mail.MailServer;
import org.candor.local.postgres.Postgres;
import org.candor.local.process.Children;
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
            components.add(
                    new WitnessProcess(checkout.witnessClassPath(), layout, ports.of(Ports.WITNESS), keys, children));
        }
        for (ServiceName service : settings.services()) {
            components.add(new ServiceProcess(service, checkout.jar(service), settings, layout, keys, children));
        }
        List<String> started = settings.services().stream().map(ServiceName::id).toList();
        components.add(new Proxy(origins(ports), started, layout, ports.of(Ports.PROXY)));
        return components;
    }

    /** The ports that this stack will listen on. */
    static Map<String, Integer> portsOf(StackSettings settings) {
        Map<String, Integer> used = new LinkedHashMap<>(settings.ports().byName());
        for (ServiceName service : ServiceName.values()) {
            if (!settings.services().contains(service)) {
                used.remove(service.id());
            }
        }
        if (!settings.services().contains(ServiceName.AUDIT)) {
            used.remove(Ports.WITNESS);
        }
        return used;
    }

    private static Map<String, Integer> origins(Ports ports) {
        Map<String, Integer> origins = new LinkedHashMap<>();
        for (ServiceName service : ServiceName.values()) {
            origins.put(service.id(), ports.of(service));
        }
        return origins;
    }
}
