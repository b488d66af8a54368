package org.candor.breach.assessment.decision;

import java.util.Set;

/**
 * Third gate: what happened to it, and does subpart E permit that (45 CFR 164.402)?
 *
 * @param happened any of the four verbs of the rule
 * @param ransomware an attacker's encryption is an acquisition
 */
public record EventGate(boolean permitted, Set<Verb> happened, boolean ransomware, String support) {

    public EventGate {
        happened = Set.copyOf(happened);
    }

    /** Not only disclosure. */
    public enum Verb {
        ACQUISITION,
        ACCESS,
        USE,
        DISCLOSURE
    }

    boolean ends() {
        return permitted && !ransomware;
    }

    /** An event that is not permitted names what happened; ransomware is never permitted. */
    boolean isSound() {
        return ransomware ? !permitted : permitted || !happened.isEmpty();
    }
}
