/**
 * Policies and procedures with all their versions, their reviews, and who has read them (45 CFR 164.316(b), 164.530(i), (j)).
 */
package org.candor.audit.policy;
