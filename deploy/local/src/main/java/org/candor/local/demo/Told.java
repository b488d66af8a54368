package org.candor.local.demo;

import java.util.List;

/** What came of a step. */
record Told(String result, List<Link> links) {

    Told {
        links = List.copyOf(links);
    }

    static Told of(String result, Link... links) {
        return new Told(result, List.of(links));
    }
}
