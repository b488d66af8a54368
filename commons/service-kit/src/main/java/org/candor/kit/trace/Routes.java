package org.candor.kit.trace;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ResourceInfo;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The address of a resource as it is declared, with names in the place of values. */
public final class Routes {

    private Routes() {}

    /** Below that root; empty where no resource was found for the request. */
    public static String of(String root, ResourceInfo resource) {
        if (resource == null || resource.getResourceMethod() == null) {
            return "";
        }
        return Stream.of(
                        resource.getResourceClass().getAnnotation(Path.class),
                        resource.getResourceMethod().getAnnotation(Path.class))
                .filter(path -> path != null)
                .map(path -> path.value().replaceAll("^/|/$", ""))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("/", root + "/", ""));
    }
}
