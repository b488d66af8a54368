package org.candor.local.service;

import org.candor.local.Ports;

/**
 * The ports of a service's process.
 *
 * @param api for clients
 * @param management for probes and metrics
 */
record Listeners(int api, int management) {

    static Listeners of(String replica, Ports ports) {
        return new Listeners(ports.of(replica), ports.of(Ports.management(replica)));
    }
}
