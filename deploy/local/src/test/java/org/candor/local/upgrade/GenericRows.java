package org.candor.local.upgrade;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A row in every table, made from the catalogue. References are not looked after; where the checks of a table ask for more
 * than types and lists of words, they are put back after the row without looking at it. A text ends in a year, as the name
 * of a log must.
 */
final class GenericRows {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CHECK_VIOLATION = "23514";
    private static final Pattern WORD = Pattern.compile("'([^']+)'::text");

    private static final String TABLES = """
        select format('%I.%I', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
         where c.relkind = 'r' and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
           and c.relname <> 'flyway_schema_history'
         order by 1
        """;

    private static final String COLUMNS = """
        select a.attname, format_type(a.atttypid, a.atttypmod),
               coalesce((select string_agg(pg_get_constraintdef(k.oid), ' ') from pg_constraint k
                          where k.conrelid = a.attrelid and k.contype = 'c' and k.conkey = array[a.attnum]), '')
          from pg_attribute a
         where a.attrelid = '%s'::regclass and a.attnum > 0 and not a.attisdropped
           and a.attgenerated = '' and a.attidentity <> 'a'
         order by a.attnum
        """;

    private static final String CHECKS = """
        select quote_ident(conname), pg_get_constraintdef(oid) from pg_constraint
         where conrelid = '%s'::regclass and contype = 'c' order by 1
        """;

    private final Connection connection;

    GenericRows(Connection connection) {
        this.connection = connection;
    }

    List<String> tables() throws SQLException {
        return query(TABLES).stream().map(List::getFirst).toList();
    }

    void insert() throws SQLException {
        execute("set session_replication_role = replica");
        for (String table : tables()) {
            try {
                insert(table);
            } catch (SQLException e) {
                if (!e.getSQLState().equals(CHECK_VIOLATION)) {
                    throw e;
                }
                insertUnchecked(table);
            }
        }
        execute("set session_replication_role = origin");
    }

    /** Each row by its table. */
    Map<String, List<JsonNode>> read() throws Exception {
        Map<String, List<JsonNode>> rows = new TreeMap<>();
        for (String table : tables()) {
            List<JsonNode> found = new ArrayList<>();
            for (List<String> row : query("select cast(to_jsonb(t) as text) from %s t order by 1".formatted(table))) {
                found.add(JSON.readTree(row.getFirst()));
            }
            rows.put(table, found);
        }
        return rows;
    }

    private void insertUnchecked(String table) throws SQLException {
        List<List<String>> checks = query(CHECKS.formatted(table));
        for (List<String> check : checks) {
            execute("alter table %s drop constraint %s".formatted(table, check.get(0)));
        }
        insert(table);
        for (List<String> check : checks) {
            execute("alter table %s add constraint %s %s not valid".formatted(table, check.get(0), check.get(1)));
        }
    }

    private void insert(String table) throws SQLException {
        List<String> names = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (List<String> column : query(COLUMNS.formatted(table))) {
            names.add('"' + column.get(0) + '"');
            values.add(value(column.get(1), column.get(2)));
        }
        execute(
                names.isEmpty()
                        ? "insert into %s default values".formatted(table)
                        : "insert into %s (%s) values (%s) on conflict do nothing"
                                .formatted(table, String.join(", ", names), String.join(", ", values)));
    }

    private static String value(String type, String check) {
        Matcher word = WORD.matcher(check);
        String text = word.find() ? word.group(1) : "x/2026";
        String value = switch (type) {
            case "uuid" -> "0196f0a0-0000-7000-8000-000000000001";
            case "boolean" -> "false";
            case "smallint", "integer", "bigint", "real", "double precision" -> "1";
            case "date" -> "2026-03-01";
            case "timestamp with time zone" -> "2026-03-01T08:00:00Z";
            case "jsonb", "json" -> "{}";
            case "bytea" -> "\\x0001";
            default -> type.endsWith("[]") ? "{}" : type.startsWith("numeric") ? "1" : text;
        };
        return "cast('%s' as %s)".formatted(value.replace("'", "''"), type);
    }

    private List<List<String>> query(String sql) throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            int width = found.getMetaData().getColumnCount();
            while (found.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= width; i++) {
                    row.add(found.getString(i));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new SQLException(sql + ": " + e.getMessage(), e.getSQLState(), e);
        }
    }
}
