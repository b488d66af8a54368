/** The breach question of an incident: worksheet 4-III-A, discovery record, conclusion, and what follows from it. */
package org.candor.breach.assessment;
