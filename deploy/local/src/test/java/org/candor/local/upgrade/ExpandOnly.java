package org.candor.local.upgrade;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a migration does to tables of the last release, with which that release could not go on working. */
final class ExpandOnly {

    private static final Pattern COMMENT = Pattern.compile("--[^\n]*|/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern TEXT = Pattern.compile("'(?:[^']|'')*'");
    private static final Pattern CREATED = Pattern.compile("create table (?:if not exists )?([a-z0-9_.]+)");
    private static final Pattern ALTERED = Pattern.compile("alter table (?:if exists )?(?:only )?([a-z0-9_.]+) (.*)");
    private static final Pattern DROPPED =
            Pattern.compile("(?:drop table (?:if exists )?|truncate (?:table )?)([a-z0-9_.]+).*");
    private static final Pattern CONTRACT = Pattern.compile("(?m)^-- contract: unused since (\\S+)$");

    private static final List<Pattern> REFUSED = List.of(
            Pattern.compile("drop (?:column|(?!constraint|default|not null|identity|expression)[a-z0-9_]+)\\b.*"),
            Pattern.compile("rename .*"),
            Pattern.compile("(?:alter|alter column) [a-z0-9_]+ (?:set data )?type .*"),
            Pattern.compile("(?:alter|alter column) [a-z0-9_]+ set not null.*"),
            Pattern.compile("add (?:column )?(?:if not exists )?(?!constraint|primary|unique|check|foreign|exclude)"
                    + "(?=.*not null)(?!.*default)(?!.*generated).*"));

    private final Set<String> releases;
    private final Set<String> fresh = new HashSet<>();

    /** @param releases those after which something may go that was unused in them */
    ExpandOnly(Set<String> releases) {
        this.releases = Set.copyOf(releases);
    }

    /** The statements that are refused; tables that came after the release are free. Call in the order of the versions. */
    List<String> violations(String sql) {
        Matcher contract = CONTRACT.matcher(sql);
        if (contract.find() && releases.contains(contract.group(1))) {
            return List.of();
        }
        List<String> violations = new ArrayList<>();
        for (String statement : statements(sql)) {
            Matcher created = CREATED.matcher(statement);
            if (created.lookingAt()) {
                fresh.add(created.group(1));
            } else if (isRefused(statement)) {
                violations.add(statement);
            }
        }
        return violations;
    }

    private boolean isRefused(String statement) {
        Matcher dropped = DROPPED.matcher(statement);
        if (dropped.matches()) {
            return !fresh.contains(dropped.group(1));
        }
        Matcher altered = ALTERED.matcher(statement);
        return statement.startsWith("drop schema")
                || (altered.matches()
                        && !fresh.contains(altered.group(1))
                        && actions(altered.group(2)).stream()
                                .anyMatch(action -> REFUSED.stream()
                                        .anyMatch(refused ->
                                                refused.matcher(action).matches())));
    }

    /** One statement to a line, in lower case, without comments and texts. */
    private static List<String> statements(String sql) {
        String bare = TEXT.matcher(COMMENT.matcher(sql).replaceAll(" ")).replaceAll("''");
        List<String> statements = new ArrayList<>();
        for (String statement : bare.split(";")) {
            String line =
                    statement.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
            if (!line.isEmpty()) {
                statements.add(line);
            }
        }
        return statements;
    }

    /** An ALTER TABLE may do several things; commas within brackets part nothing. */
    private static List<String> actions(String text) {
        List<String> actions = new ArrayList<>();
        int depth = 0;
        int begin = 0;
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            depth += next == '(' ? 1 : next == ')' ? -1 : 0;
            if (next == ',' && depth == 0) {
                actions.add(text.substring(begin, i).strip());
                begin = i + 1;
            }
        }
        actions.add(text.substring(begin).strip());
        return actions;
    }
}
