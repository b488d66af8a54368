package org.candor.deploy;

/** Which pods a policy means, by their labels. An empty one means all. */
record Selector(Yaml selector) {

    boolean takes(Yaml labels) {
        Yaml equal = selector.at("matchLabels");
        return equal.keys().stream()
                        .allMatch(name -> labels.at(name).is(equal.at(name).text()))
                && selector.at("matchExpressions").items().stream().allMatch(expression -> takes(expression, labels));
    }

    private static boolean takes(Yaml expression, Yaml labels) {
        Yaml label = labels.at(expression.at("key").text());
        return switch (expression.at("operator").text()) {
            case "Exists" -> label.isThere();
            case "In" -> expression.at("values").items().contains(label);
            default -> throw new AssertionError("unknown here: " + expression.text());
        };
    }
}
