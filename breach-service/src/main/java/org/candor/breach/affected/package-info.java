/** The entity had the breach as a business associate: the covered entities whose information it was (45 CFR 164.410). */
package org.candor.breach.affected;
