package org.candor.notification.document;

/** The legal entity as it stands on its paper; an absent part is an empty string. */
public record Sender(
        String name,
        String street,
        String city,
        String state,
        String zip,
        String tollFree,
        String email,
        String website) {

    public String cityLine() {
        return city + ", " + state + " " + zip;
    }

    public String oneLine() {
        return name + ", " + street + ", " + cityLine();
    }
}
