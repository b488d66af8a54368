package org.candor.local.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Properties;
import org.candor.local.Ports;
import org.candor.local.ServiceName;
import org.candor.local.Stack;
import org.candor.local.StackSettings;
import org.candor.local.keys.Keys;
import org.candor.local.postgres.Accounts;

/** Connects to a service's database as the service does. */
public record ServiceDatabase(Stack stack, StackSettings settings, ServiceName service) {

    public Connection connect() throws Exception {
        String user = Accounts.of(service).user();
        Properties login = new Properties();
        login.setProperty("user", user);
        login.setProperty("password", new Keys(stack.layout().keys()).password(user));
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%d/%s".formatted(settings.ports().of(Ports.POSTGRES), service.id()),
                login);
    }
}
