package org.candor.breach.assessment.decision;

/** How the information was protected, by the guidance on unsecured PHI (74 FR 19006). */
public sealed interface Protection {

    /** True when it was unusable, unreadable or indecipherable to whoever got it. */
    boolean secures();

    /** Nothing protected it. */
    record Nothing() implements Protection {
        @Override
        public boolean secures() {
            return false;
        }
    }

    /** A password or an access control alone is no encryption. */
    record PasswordOnly() implements Protection {
        @Override
        public boolean secures() {
            return false;
        }
    }

    /** Redaction is no destruction. */
    record Redacted() implements Protection {
        @Override
        public boolean secures() {
            return false;
        }
    }

    /**
     * @param keyApart the key was kept elsewhere and was not taken
     * @param runningUnlocked the device was on and unlocked, so that its encryption protected nothing
     */
    record Encrypted(Standard standard, boolean keyApart, boolean runningUnlocked) implements Protection {

        /** At rest 800-111; in motion 800-52, 800-77, 800-113; or a validated module. */
        public enum Standard {
            NIST_SP_800_111,
            NIST_SP_800_52,
            NIST_SP_800_77,
            NIST_SP_800_113,
            FIPS_140,
            OTHER
        }

        @Override
        public boolean secures() {
            return standard != Standard.OTHER && keyApart && !runningUnlocked;
        }
    }

    /** Destroyed before anybody could get it. */
    record Destroyed(Method method) implements Protection {

        /** Paper beyond reading and putting together; media cleared, purged or destroyed by SP 800-88. */
        public enum Method {
            SHREDDED,
            NIST_SP_800_88,
            OTHER
        }

        @Override
        public boolean secures() {
            return method != Method.OTHER;
        }
    }
}
