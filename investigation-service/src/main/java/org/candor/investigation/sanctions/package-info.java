/**
 * Sanctions (45 CFR 164.530(e)): a record of its own beside the case, which only its named readers see. Nothing in it
 * happens by itself: a measure is proposed by one person and decided by another, after the person concerned could speak
 * and the check for protected acts.
 */
package org.candor.investigation.sanctions;
