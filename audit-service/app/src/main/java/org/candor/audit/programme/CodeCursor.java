package org.candor.audit.programme;

import java.util.List;
import java.util.function.Function;
import org.candor.kit.web.Page;

/** A place in a list that is in the order of entity and code, which is that of an index. */
public record CodeCursor(String entityId, String code) {

    /** What {@link #text} makes; empty for the first page. */
    public static final String SYNTAX = "([a-z0-9-]{1,100} [A-Za-z0-9 ._:@&/-]{1,100})?";

    /** Of a text in that syntax; an entity's id holds no blank. */
    public static CodeCursor of(String text) {
        int blank = text.indexOf(' ');
        return blank < 0 ? new CodeCursor("", "") : new CodeCursor(text.substring(0, blank), text.substring(blank + 1));
    }

    /** Cuts a page from rows that were read with a limit of {@code limit + 1}. */
    public static <R, T> Page<T> page(List<R> found, int limit, Function<R, T> view, Function<R, CodeCursor> place) {
        List<R> shown = found.stream().limit(limit).toList();
        String next = found.size() > limit ? place.apply(shown.getLast()).text() : null;
        return new Page<>(shown.stream().map(view).toList(), next);
    }

    String text() {
        return entityId + " " + code;
    }
}
