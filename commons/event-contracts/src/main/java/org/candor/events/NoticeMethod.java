package org.candor.events;

/** How one person was told, or by what a notice was replaced (45 CFR 164.404(d)). */
public enum NoticeMethod {
    FIRST_CLASS_MAIL,
    EMAIL,
    TELEPHONE,
    SUBSTITUTE_POSTING,
    NONE
}
