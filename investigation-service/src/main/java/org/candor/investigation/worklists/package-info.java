/**
 * What waits for whom, and how the work goes. Exercises are in none of it, and for the recused an incident is neither in a
 * list nor in a number.
 */
package org.candor.investigation.worklists;
