package org.candor.breach.assessment.decision;

/** Second gate: was it unsecured (45 CFR 164.402)? */
public record ProtectionGate(Protection protection, String support) {

    boolean ends() {
        return protection.secures();
    }
}
