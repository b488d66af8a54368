package org.candor.local.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.candor.local.ServiceName;
import org.candor.local.keys.Keys;

/** A database and a user per service. Nobody but its own users may connect to a database. */
final class Databases {

    private final Superuser superuser;
    private final Keys keys;

    Databases(Superuser superuser, Keys keys) {
        this.superuser = superuser;
        this.keys = keys;
    }

    void ensure(ServiceName service) throws Exception {
        Accounts accounts = Accounts.of(service);
        try (Connection connection = superuser.connect(Superuser.NAME);
                Statement statement = connection.createStatement()) {
            ensureRole(statement, accounts.user());
            ensureRole(statement, accounts.owner());
            ensureDatabase(connection, statement, service.id(), accounts.owner());
            if (!accounts.owner().equals(accounts.user())) {
                ensureKeeper(statement, service.id() + "_keeper", accounts.owner());
            }
            statement.execute("REVOKE ALL ON DATABASE %s FROM PUBLIC".formatted(service.id()));
            statement.execute("GRANT CONNECT ON DATABASE %s TO %s".formatted(service.id(), accounts.user()));
        }
    }

    private void ensureRole(Statement statement, String role) throws Exception {
        // Names are ours and passwords are URL-safe base64: neither can hold a quote.
        String attributes = "LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD '%s'".formatted(keys.password(role));
        if (exists(statement.getConnection(), "SELECT 1 FROM pg_roles WHERE rolname = ?", role)) {
            statement.execute("ALTER ROLE %s %s".formatted(role, attributes));
        } else {
            statement.execute("CREATE ROLE %s %s".formatted(role, attributes));
        }
    }

    /** Owns what nobody who can log in may own; who migrates acts for it. */
    private static void ensureKeeper(Statement statement, String keeper, String migrator) throws SQLException {
        if (!exists(statement.getConnection(), "SELECT 1 FROM pg_roles WHERE rolname = ?", keeper)) {
            statement.execute("CREATE ROLE %s NOLOGIN".formatted(keeper));
        }
        statement.execute("GRANT %s TO %s".formatted(keeper, migrator));
    }

    private void ensureDatabase(Connection connection, Statement statement, String database, String owner)
            throws SQLException {
        if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", database)) {
            statement.execute("CREATE DATABASE %s OWNER %s".formatted(database, owner));
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }
}
