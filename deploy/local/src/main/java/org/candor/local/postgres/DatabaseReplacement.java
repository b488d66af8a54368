package org.candor.local.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.candor.local.ServiceName;
import org.candor.local.keys.Keys;

/** Gives one service its database back from another server; the others keep theirs. */
public final class DatabaseReplacement {

    /** Makes the schema of an empty database. */
    @FunctionalInterface
    public interface Schema {
        void make() throws Exception;
    }

    private final Superuser target;
    private final Keys keys;

    public DatabaseReplacement(Superuser target, Keys keys) {
        this.target = target;
        this.keys = keys;
    }

    /** The old database goes when the new one is whole; after a failure it is there as before. */
    public void run(ServiceName service, Superuser source, Schema schema) throws Exception {
        String name = service.id();
        String old = name + "_replaced";
        setAside(name, old);
        try {
            new Databases(target, keys).ensure(service);
            schema.make();
            try (Connection from = source.connect(name);
                    Connection to = target.connect(name)) {
                new TableCopy(from, to).run();
            }
        } catch (Exception e) {
            execute("drop database if exists %s with (force)".formatted(name));
            execute("alter database %s rename to %s".formatted(old, name));
            throw e;
        }
        execute("drop database %s with (force)".formatted(old));
    }

    /** What a restore that was broken off has set aside is the old one; what it made since is not whole. */
    private void setAside(String name, String old) throws Exception {
        if (exists(old)) {
            execute("drop database if exists %s with (force)".formatted(name));
        } else {
            execute("alter database %s rename to %s".formatted(name, old));
        }
    }

    private boolean exists(String database) throws Exception {
        try (Connection connection = target.connect(Superuser.NAME);
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select 1 from pg_database where datname = '%s'".formatted(database))) {
            return rows.next();
        }
    }

    private void execute(String sql) throws Exception {
        try (Connection connection = target.connect(Superuser.NAME);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new SQLException(sql + ": " + e.getMessage(), e);
        }
    }
}
