package org.candor.events;

/** Roles that own an incident or a deadline; the names are those of the token's roles. */
public enum OfficerRole {
    PRIVACY_OFFICER("privacy-officer"),
    SECURITY_OFFICER("security-officer"),
    ADMINISTRATOR("administrator"),
    COUNSEL("counsel"),
    INVESTIGATOR("investigator"),
    AUDITOR("auditor");

    private final String tokenRole;

    OfficerRole(String tokenRole) {
        this.tokenRole = tokenRole;
    }

    /** The role as the identity provider names it. */
    public String tokenRole() {
        return tokenRole;
    }
}
