package org.candor.investigation.cyber.decision;

import java.util.Optional;
import java.util.regex.Pattern;

/** A sign of an attack that others can look for. */
public record Indicator(Type type, String value, Optional<String> description) {

    /** What is observed; STIX 2.1 has a pattern for each. */
    public enum Type {
        IPV4(
                "ipv4-addr:value",
                Identifier.IP_ADDRESS,
                "(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)"),
        IPV6("ipv6-addr:value", Identifier.IP_ADDRESS, "(?=[^:]*:[^:]*:)[0-9A-Fa-f:]{2,39}"),
        DOMAIN("domain-name:value", Identifier.URL, "(?=.{4,253}$)(?:[A-Za-z0-9][A-Za-z0-9-]{0,62}\\.)+[A-Za-z]{2,63}"),
        URL("url:value", Identifier.URL, "https?://[^\\s\"<>]{1,2000}"),
        EMAIL("email-addr:value", Identifier.EMAIL, "[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,253}\\.[A-Za-z]{2,63}"),
        MD5("file:hashes.MD5", Identifier.OTHER_UNIQUE, "[0-9A-Fa-f]{32}"),
        SHA1("file:hashes.'SHA-1'", Identifier.OTHER_UNIQUE, "[0-9A-Fa-f]{40}"),
        SHA256("file:hashes.'SHA-256'", Identifier.OTHER_UNIQUE, "[0-9A-Fa-f]{64}");

        private final String path;
        private final Identifier looksLike;
        private final Pattern form;

        Type(String path, Identifier looksLike, String form) {
            this.path = path;
            this.looksLike = looksLike;
            this.form = Pattern.compile(form);
        }

        /** The kind of identifier that every value of this type looks like. */
        public Identifier looksLike() {
            return looksLike;
        }

        boolean hash() {
            return looksLike == Identifier.OTHER_UNIQUE;
        }
    }

    public boolean wellFormed() {
        return type.form.matcher(value).matches();
    }

    /** The STIX 2.1 pattern; within a string literal backslash and quote are escaped. */
    String pattern() {
        return "[" + type.path + " = '" + value.replace("\\", "\\\\").replace("'", "\\'") + "']";
    }
}
