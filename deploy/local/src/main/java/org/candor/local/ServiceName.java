package org.candor.local;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The five services in the order of their local ports. */
public enum ServiceName {
    INTAKE("intake-service"),
    INVESTIGATION("investigation-service"),
    BREACH("breach-service"),
    NOTIFICATION("notification-service"),
    AUDIT("audit-service/app");

    private final String module;

    ServiceName(String module) {
        this.module = module;
    }

    /** The service's name in lower case: its REST root, its database, its database user and its log file. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name of that replica, from 1 on: its component and its port. The first has the service's own name. */
    public String replica(int number) {
        return number == 1 ? id() : id() + "-" + number;
    }

    /** The folder of the Maven module that builds it, relative to the checkout. */
    public String module() {
        return module;
    }

    /** The service of that name; empty when there is none. */
    public static Optional<ServiceName> named(String id) {
        return Stream.of(values()).filter(service -> service.id().equals(id)).findFirst();
    }
}
