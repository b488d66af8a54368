package org.candor.investigation.cyber.decision;

import static java.util.regex.Pattern.CASE_INSENSITIVE;
import static java.util.regex.Pattern.UNICODE_CASE;
import static java.util.regex.Pattern.UNICODE_CHARACTER_CLASS;

import java.util.List;
import java.util.regex.Pattern;

/**
 * How each kind of identifier is written in American text. A pattern finds too much rather than too little: what it finds
 * wrongly a person clears, what it misses nobody sees. Every repetition has a bound, so that no pasted text makes the search slow.
 */
final class Patterns {

    /** A pattern of one kind of identifier. */
    record Shape(Identifier identifier, Pattern pattern) {}

    private static final String MONTH =
            "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
                    + "|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?";
    private static final String YEAR = "(?:19|20)\\d{2}";
    private static final String GAP = "[\\s-]{1,3}";

    /** "14 may be lost" is no day: a plain number before these words makes one only with a capital or a year. */
    private static final String DAY_IN_FRONT =
            "(?:\\d{1,2}(?:st|nd|rd|th)\\s{1,3}(?:of\\s{1,3})?|\\d{1,2}\\s{1,3}of\\s{1,3}" + "|\\d{1,2}" + GAP
                    + "(?!(?-i:may|march)\\b))";

    private static final String OCTET = "(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)";
    private static final String WORD = "\\p{Lu}[\\p{L}'’-]{1,40}";
    private static final String NUMBER_SIGN = "\\W{0,3}(?:(?:no|number|id|#)\\W{0,4})?";

    static final List<Shape> ALL = List.of(
            cased(Identifier.NAME, "\\b(?:Mr|Mrs|Ms|Miss|Dr|Sr|Sra)\\.?\\s+" + WORD + "(?:\\s+" + WORD + ")?"),
            cased(
                    Identifier.NAME,
                    "\\b(?:[Pp]atient|[Mm]ember|[Rr]esident|[Cc]lient|[Ss]ubscriber|[Ii]nsured|[Nn]amed?|[Ss]on"
                            + "|[Dd]aughter|[Ww]ife|[Hh]usband|[Mm]other|[Ff]ather)\\s+" + WORD + "\\s+" + WORD),
            any(
                    Identifier.GEOGRAPHIC_UNIT,
                    "\\b\\d{1,6}\\s+[\\p{L}\\d.'-]{1,30}(?:\\s+[\\p{L}\\d.'-]{1,30}){0,3}\\s+(?:Street|St|Avenue|Ave|Road|Rd"
                            + "|Boulevard|Blvd|Lane|Ln|Drive|Dr|Court|Ct|Way|Place|Pl|Terrace|Circle|Highway|Hwy"
                            + "|Parkway|Pkwy)\\b"),
            any(Identifier.GEOGRAPHIC_UNIT, "\\bP\\.?\\s?O\\.?\\s+Box\\s+\\d+"),
            cased(Identifier.GEOGRAPHIC_UNIT, "\\b[A-Z]{2}\\s+\\d{5}(?:-\\d{4})?\\b"),
            any(Identifier.GEOGRAPHIC_UNIT, "\\b\\d{5}-\\d{4}\\b|\\bZIP(?:\\s+code)?\\W{0,3}\\d{3,5}"),
            cased(Identifier.GEOGRAPHIC_UNIT, "\\b" + WORD + "\\s+(?:County|Parish|Township|Precinct)\\b"),
            cased(Identifier.GEOGRAPHIC_UNIT, "\\b(?:City|Town|Village)\\s+of\\s+" + WORD),
            any(Identifier.DATE, "\\b" + YEAR + "(?:[-/]\\d{1,2}[-/]\\d{1,2}|\\.\\d{2}\\.\\d{2})\\b"),
            any(Identifier.DATE, "\\b\\d{1,2}[/.-]\\d{1,2}[/.-](?:\\d{4}|\\d{2})\\b"),
            any(Identifier.DATE, "\\b(?:0?[1-9]|1[0-2])/" + YEAR + "\\b"),
            any(Identifier.DATE, "\\b" + MONTH + GAP + "\\d{1,2}(?:st|nd|rd|th)?\\b(?:,?" + GAP + "\\d{4}\\b)?"),
            any(Identifier.DATE, "\\b" + MONTH + ",?" + GAP + "(?:of\\s{1,3})?" + YEAR + "\\b"),
            any(Identifier.DATE, "\\b" + DAY_IN_FRONT + MONTH + "\\b(?:,?" + GAP + YEAR + "\\b)?"),
            any(Identifier.DATE, "\\b\\d{1,2}" + GAP + MONTH + ",?" + GAP + YEAR + "\\b"),
            any(Identifier.DATE, "\\b(?:9\\d|1[0-2]\\d)[- ]years?[- ]old\\b|\\baged?\\W{0,3}(?:9\\d|1[0-2]\\d)\\b"),
            any(Identifier.FAX, "\\b(?:tele)?fax\\b[^\\n\\d]{0,20}\\(?\\d{3}\\)?[-./ ]{0,2}\\d{3}[-. ]?\\d{4}"),
            any(
                    Identifier.PHONE,
                    "(?<![\\d.])(?:\\+?1[-. ]?)?(?:\\(\\d{3}\\)|\\d{3}\\)?\\s?[-./ ])[-./ ]?\\s?\\d{3}[-. ]\\d{4}(?!\\d)"),
            any(Identifier.PHONE, "(?<![\\w./-])[2-9]\\d{2}-\\d{4}(?![\\w-])"),
            any(Identifier.PHONE, "\\+\\d{8,15}\\b"),
            any(Identifier.EMAIL, "[\\w.%+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,8}"),
            any(Identifier.SOCIAL_SECURITY_NUMBER, "\\b\\d{3}[-. ]\\d{2}[-. ]\\d{4}\\b"),
            any(Identifier.SOCIAL_SECURITY_NUMBER, "\\b(?:SSN|social security)\\b\\D{0,12}\\d{4,9}"),
            any(
                    Identifier.MEDICAL_RECORD_NUMBER,
                    "\\b(?:MRN|medical record|chart|patient (?:id|no|number))\\b" + NUMBER_SIGN
                            + "[A-Z]{0,4}-?\\d{3,}"),
            any(
                    Identifier.HEALTH_PLAN_NUMBER,
                    "\\b(?:member|beneficiary|subscriber|policy|medicare|medicaid|plan|group)\\s+"
                            + "(?:id|no\\.?|number|#)\\W{0,5}[A-Z]{0,6}-?\\d[A-Z\\d-]{3,}"),
            cased(
                    Identifier.HEALTH_PLAN_NUMBER,
                    "\\b[1-9][AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y\\d]\\d-?[AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y\\d]\\d-?"
                            + "[AC-HJKMNP-RT-Y]{2}\\d{2}\\b"),
            any(
                    Identifier.ACCOUNT_NUMBER,
                    "\\b(?:account|acct|card|iban)\\b" + NUMBER_SIGN + "[A-Z]{0,4}\\d[\\d -]{3,}"),
            any(Identifier.ACCOUNT_NUMBER, "\\b\\d{4}[ -]\\d{4}[ -]\\d{4}[ -]\\d{1,7}\\b"),
            any(
                    Identifier.CERTIFICATE_OR_LICENCE,
                    "\\b(?:licen[cs]e|certificate|DEA|NPI)\\b" + NUMBER_SIGN + "[A-Z]{0,3}\\d[\\w-]{3,}"),
            cased(Identifier.VEHICLE, "\\b(?=[A-HJ-NPR-Z\\d]{0,16}\\d)(?=\\d{0,16}[A-HJ-NPR-Z])[A-HJ-NPR-Z\\d]{17}\\b"),
            any(
                    Identifier.VEHICLE,
                    "\\b(?:licen[cs]e\\s+plate|plate|VIN)\\b" + NUMBER_SIGN + "[A-Z\\d-]{0,6}\\d[A-Z\\d-]{2,}"),
            any(
                    Identifier.DEVICE,
                    "\\b(?:serial|UDI|IMEI|implant|device)\\s*(?:no\\.?|number|id|#)\\W{0,4}[A-Z-]{0,8}\\d[A-Z\\d-]{3,}"),
            any(Identifier.DEVICE, "\\b[\\dA-F]{2}(?:[:-][\\dA-F]{2}){5}\\b"),
            any(Identifier.URL, "\\bhttps?://[^\\s<>\"]+|\\bwww\\.[^\\s<>\"]+"),
            any(Identifier.IP_ADDRESS, "(?<![\\d.])" + OCTET + "(?:\\." + OCTET + "){3}(?![\\d.]*\\d)"),
            any(Identifier.IP_ADDRESS, "(?<![\\w:])[\\da-f]{1,4}(?::[\\da-f]{1,4}){7}(?![\\w:])"),
            any(Identifier.IP_ADDRESS, "(?<![\\w:])[\\da-f]{1,4}(?::[\\da-f]{1,4}){0,5}::[\\da-f:]{0,29}(?![\\w:])"),
            any(
                    Identifier.BIOMETRIC,
                    "\\b(?:finger|voice|palm)[ -]?prints?\\b|\\b(?:retina|iris)[ -]scans?\\b"
                            + "|\\bfacial (?:recognition|template)\\b"),
            any(
                    Identifier.PHOTOGRAPH,
                    "\\b(?:photos?|photographs?|portraits?|mug ?shots?)\\b|\\b[\\w-]{1,60}\\.(?:jpe?g|png|heic|gif)\\b"),
            any(Identifier.OTHER_UNIQUE, "\\b\\d{7,}\\b"));

    private Patterns() {}

    private static Shape cased(Identifier identifier, String pattern) {
        return new Shape(identifier, Pattern.compile(pattern, UNICODE_CHARACTER_CLASS));
    }

    private static Shape any(Identifier identifier, String pattern) {
        return new Shape(
                identifier, Pattern.compile(pattern, CASE_INSENSITIVE | UNICODE_CASE | UNICODE_CHARACTER_CLASS));
    }
}
