package org.candor.local.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Properties;
import org.candor.local.keys.Keys;

/**
 * Who may do everything on a server of this machine.
 *
 * @param port where that server listens
 */
public record Superuser(int port, Keys keys) {

    /** The account, and the database that every server has. */
    public static final String NAME = "postgres";

    public Connection connect(String database) throws Exception {
        Properties login = new Properties();
        login.setProperty("user", NAME);
        login.setProperty("password", keys.password(NAME));
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database), login);
    }
}
