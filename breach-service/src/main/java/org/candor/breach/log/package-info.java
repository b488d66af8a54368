/** The breach log by year of discovery, form 4-III-E (45 CFR 164.408(c)). */
package org.candor.breach.log;
