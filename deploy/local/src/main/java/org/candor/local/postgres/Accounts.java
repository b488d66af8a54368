package org.candor.local.postgres;

import org.candor.local.ServiceName;

/**
 * The database accounts of a service.
 *
 * @param user the account of its daily work
 * @param owner the account that owns the tables and migrates them
 */
public record Accounts(String user, String owner) {

    /** The trail's tables belong to another account than the one that writes to them, so that the writer can only add. */
    public static Accounts of(ServiceName service) {
        String user = service.id();
        return new Accounts(user, service == ServiceName.AUDIT ? user + "_owner" : user);
    }
}
