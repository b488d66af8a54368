package org.candor.test;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The database of the service under test, seen from outside by a superuser, and the link through which the service
 * reaches it. What is asked here does not use the link.
 */
public final class Database {

    private Database() {}

    /** Resets every connection of the service and every new one until {@link #restore()}; open transactions are lost. */
    public static void cut() {
        Platform.running().command("postgres", FaultyLink.State.CUT);
    }

    /** Lets connections stand but nothing pass until {@link #restore()}. */
    public static void stall() {
        Platform.running().command("postgres", FaultyLink.State.STALLED);
    }

    public static void restore() {
        Platform.running().command("postgres", FaultyLink.State.WHOLE);
    }

    /** A superuser's connection to the database of the service that was started last; the caller closes it. */
    public static Connection connect() throws SQLException {
        return connectTo(Platform.running(), Platform.remembered("database"));
    }

    /** A connection of that user, to see what he may do; the caller closes it. */
    public static Connection connectAs(String user, String password) throws SQLException {
        return open(Platform.running(), Platform.remembered("database"), user, password);
    }

    /** Every row of a query, by column name. */
    public static List<Map<String, Object>> rows(String sql, Object... arguments) {
        try (Connection connection = connect();
                PreparedStatement query = prepared(connection, sql, arguments);
                ResultSet result = query.executeQuery()) {
            List<Map<String, Object>> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(row(result));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The single number that a query such as {@code select count(*) …} answers. */
    public static long number(String sql, Object... arguments) {
        return ((Number) rows(sql, arguments).getFirst().values().iterator().next()).longValue();
    }

    /** Runs a statement as a superuser and returns how many rows it touched. */
    public static int execute(String sql, Object... arguments) {
        try (Connection connection = connect();
                PreparedStatement statement = prepared(connection, sql, arguments)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Makes the database on first use and answers the settings that the service gets from its environment. */
    static Map<String, String> settingsFor(Platform platform, String service, boolean separateOwner) {
        String owner = separateOwner ? service + "_owner" : service;
        String password = Platform.once("password." + service, () -> create(platform, service, owner));
        Platform.remember("database", service);
        return Map.of(
                "CANDOR_DB_URL", "postgresql://127.0.0.1:" + platform.postgresPort() + "/" + service,
                "CANDOR_DB_USER", service,
                "CANDOR_DB_PASSWORD", password,
                "CANDOR_DB_OWNER", owner,
                "CANDOR_DB_OWNER_PASSWORD", password);
    }

    private static String create(Platform platform, String service, String owner) {
        String password = UUID.randomUUID().toString();
        try (Connection connection = connectTo(platform, "postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("create role " + service + " login password '" + password + "'");
            if (!owner.equals(service)) {
                statement.execute("create role " + owner + " login password '" + password + "'");
                statement.execute("create role " + service + "_keeper nologin");
                statement.execute("grant " + service + "_keeper to " + owner);
            }
            statement.execute("create database " + service + " owner " + owner);
        } catch (SQLException e) {
            throw new IllegalStateException("No database for " + service, e);
        }
        return password;
    }

    private static Connection connectTo(Platform platform, String database) throws SQLException {
        return open(platform, database, "postgres", "postgres");
    }

    /** Past DriverManager, which shows a driver only to the class loader that loaded it first. */
    private static Connection open(Platform platform, String database, String user, String password)
            throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {platform.postgresDirectPort()});
        source.setDatabaseName(database);
        return source.getConnection(user, password);
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... arguments)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, arguments[i]);
        }
        return statement;
    }

    private static Map<String, Object> row(ResultSet result) throws SQLException {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
            row.put(result.getMetaData().getColumnLabel(column), result.getObject(column));
        }
        return row;
    }
}
