package org.candor.notification.deadline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.candor.kit.document.Documents.escape;

import java.net.URLEncoder;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.candor.events.OfficerRole;

/** The choices of a month's page as links: pages of ours send no forms. Pure. */
record MonthLinks(YearMonth month, MonthFilter filter, MonthWords words) {

    String html() {
        return months() + roles() + natures();
    }

    private String months() {
        return nav(
                "months",
                words.otherMonth(),
                link("month", month.minusMonths(1).toString(), "‹ " + words.name(month.minusMonths(1)), false)
                        + link("month", month.plusMonths(1).toString(), words.name(month.plusMonths(1)) + " ›", false));
    }

    private String roles() {
        return nav(
                "roles",
                words.ofRole(),
                link("role", "", words.everyRole(), filter.role == null)
                        + Arrays.stream(OfficerRole.values())
                                .map(OfficerRole::tokenRole)
                                .map(role -> link("role", role, words.board().roleName(role), role.equals(filter.role)))
                                .collect(Collectors.joining()));
    }

    private String natures() {
        return nav(
                "natures",
                words.ofNature(),
                link("nature", "", words.everyNature(), filter.nature == null)
                        + link("nature", "legal", words.legal(), "legal".equals(filter.nature))
                        + link("nature", "programme", words.programme(), "programme".equals(filter.nature)));
    }

    private static String nav(String id, String label, String links) {
        return "<nav aria-labelledby=\"" + id + "\"><p id=\"" + id + "\">" + escape(label) + "</p><ul>" + links
                + "</ul></nav>";
    }

    /** What is chosen is said by weight and by word, not by colour alone. */
    private String link(String name, String value, String text, boolean chosen) {
        return chosen
                ? "<li><strong aria-current=\"true\">" + escape(text) + "</strong></li>"
                : "<li><a href=\"" + escape(address(name, value)) + "\">" + escape(text) + "</a></li>";
    }

    /** This page with one choice changed. */
    private String address(String name, String value) {
        Map<String, String> query = new TreeMap<>();
        query.put("month", month.toString());
        put(query, "role", filter.role);
        put(query, "nature", filter.nature);
        put(query, "kind", filter.kind);
        put(query, "entityId", filter.entityId);
        put(query, "drill", filter.drill ? "true" : null);
        query.put("lang", words.board().locale().getLanguage());
        query.put(name, value);
        return query.entrySet().stream()
                .filter(one -> !one.getValue().isEmpty())
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), UTF_8))
                .collect(Collectors.joining("&", "month.html?", ""));
    }

    private static void put(Map<String, String> query, String name, String value) {
        if (value != null) {
            query.put(name, value);
        }
    }
}
