package org.candor.local.bench;

import java.nio.file.Path;
import java.sql.Connection;
import org.candor.local.ServiceName;
import org.candor.local.Stack;
import org.candor.local.StackSettings;

/**
 * What a bench measures on.
 *
 * @param folder for what a bench builds or keeps
 */
record TestBed(Stack stack, StackSettings settings, Path folder) {

    /** A connection to a service's database, as the service's own user. */
    Connection connect(ServiceName service) throws Exception {
        return new ServiceDatabase(stack, settings, service).connect();
    }
}
