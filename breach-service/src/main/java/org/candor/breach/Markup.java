package org.candor.breach;

import static org.candor.kit.document.Documents.escape;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** Headings, paragraphs and tables of a document, every text escaped and every header cell with its scope. */
public final class Markup {

    /** Names of rows in one line of sight from table to table, and no day broken in two. */
    public static final String STYLE = "th[scope=row] { width: 30% } .day { white-space: nowrap }";

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}( \\d{2}:\\d{2})?");

    private final StringBuilder html = new StringBuilder(8_192);

    public Markup title(String text) {
        return element("h1", text);
    }

    public Markup heading(String text) {
        return element("h2", text);
    }

    public Markup subheading(String text) {
        return element("h3", text);
    }

    public Markup paragraph(String text) {
        return element("p", text);
    }

    /** Begins a table; {@link #end} ends it. */
    public Markup columns(String... names) {
        html.append("<table><thead><tr>");
        for (String name : names) {
            html.append("<th scope=\"col\">").append(escape(name)).append("</th>");
        }
        html.append("</tr></thead><tbody>");
        return this;
    }

    /** A row that its first cell names. What is absent or empty makes none; of several entries each has its line. */
    public Markup row(String name, Object... values) {
        boolean empty = true;
        for (Object value : values) {
            empty &= value instanceof List<?> list
                    ? list.isEmpty()
                    : Objects.toString(value, "").isEmpty();
        }
        if (!empty) {
            html.append("<tr><th scope=\"row\">").append(escape(name)).append("</th>");
            for (Object value : values) {
                cell(value);
            }
            html.append("</tr>");
        }
        return this;
    }

    /** A row that no cell names. */
    public Markup cells(Object... values) {
        html.append("<tr>");
        for (Object value : values) {
            cell(value);
        }
        html.append("</tr>");
        return this;
    }

    public Markup end() {
        html.append("</tbody></table>");
        return this;
    }

    public Markup list(List<?> items) {
        html.append("<ul>");
        items.forEach(item -> element("li", item.toString()));
        html.append("</ul>");
        return this;
    }

    private void cell(Object value) {
        if (value instanceof List<?> list && list.size() > 1) {
            html.append("<td>");
            list(list);
        } else {
            String text = value instanceof List<?> one
                    ? one.stream().map(Object::toString).findFirst().orElse("")
                    : Objects.toString(value, "");
            html.append(DAY.matcher(text).matches() ? "<td class=\"day\">" : "<td>")
                    .append(escape(text));
        }
        html.append("</td>");
    }

    private Markup element(String name, String text) {
        html.append('<')
                .append(name)
                .append('>')
                .append(escape(text))
                .append("</")
                .append(name)
                .append('>');
        return this;
    }

    /** As it stands so far. */
    @Override
    public String toString() {
        return html.toString();
    }
}
