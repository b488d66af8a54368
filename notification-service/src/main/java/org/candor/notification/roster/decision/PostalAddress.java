package org.candor.notification.roster.decision;

/** An address in the United States as it was given; an absent part is an empty string. */
public record PostalAddress(String street, String street2, String city, String state, String zip) {

    public static final PostalAddress NONE = new PostalAddress("", "", "", "", "");

    public boolean isBlank() {
        return (street + street2 + city + state + zip).isBlank();
    }
}
