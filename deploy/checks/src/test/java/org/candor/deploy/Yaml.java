package org.candor.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** A place in a YAML document, read with all its anchors and merges. What is not there is empty. */
public record Yaml(Object value) {

    /** The documents of a file, one after the other. */
    public static List<Yaml> documents(String text) {
        List<Yaml> documents = new ArrayList<>();
        for (Object document : new org.yaml.snakeyaml.Yaml(new SafeConstructor(new LoaderOptions())).loadAll(text)) {
            if (document != null) {
                documents.add(new Yaml(document));
            }
        }
        return documents;
    }

    public static Yaml document(String text) {
        return documents(text).getFirst();
    }

    /** What stands below these keys. */
    public Yaml at(Object... keys) {
        Object place = value;
        for (Object key : keys) {
            place = place instanceof Map<?, ?> map ? map.get(key) : null;
        }
        return new Yaml(place);
    }

    public List<Yaml> items() {
        return value instanceof List<?> list ? list.stream().map(Yaml::new).toList() : List.of();
    }

    public List<String> keys() {
        return value instanceof Map<?, ?> map
                ? map.keySet().stream().map(String::valueOf).toList()
                : List.of();
    }

    public boolean isThere() {
        return value != null;
    }

    public boolean is(Object expected) {
        return expected.equals(value);
    }

    public String text() {
        return value == null ? "" : value.toString();
    }
}
