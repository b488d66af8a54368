/**
 * Other covered entities that a breach touches. Where the entity had it as a business associate it tells each of them (45 CFR
 * 164.410).
 */
package org.candor.breach.affected;
