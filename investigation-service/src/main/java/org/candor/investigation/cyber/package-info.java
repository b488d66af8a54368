/**
 * A cyber-related case (policy II): reports of crimes, sharing of indicators, the check that no health information leaves
 * with them, and the order of policy II.B beside the clock that it must not hide.
 */
package org.candor.investigation.cyber;
