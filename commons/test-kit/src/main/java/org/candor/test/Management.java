package org.candor.test;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import org.eclipse.microprofile.config.ConfigProvider;

/** The port on which the service under test answers its operators: probes and metrics. */
public final class Management {

    private Management() {}

    /** @param path below the service's root, such as {@code /q/metrics} */
    public static Response get(String path) {
        int port = ConfigProvider.getConfig().getValue("quarkus.management.port", Integer.class);
        return RestAssured.given().port(port).get(path);
    }
}
