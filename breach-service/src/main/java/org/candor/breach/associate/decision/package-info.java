/** When the relationship with a business associate is reviewed. Pure. */
package org.candor.breach.associate.decision;
