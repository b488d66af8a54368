package org.candor.notification.document;

import java.util.List;

/**
 * What differs from letter to letter.
 *
 * @param date as written in the letter's language
 * @param reference by which a returned letter is recognised; says nothing about the person
 * @param address lines as they stand in the window
 */
public record LetterFields(String date, String reference, List<String> address, String salutation) {

    public LetterFields {
        address = List.copyOf(address);
    }
}
