/** Places and workstations, their risk, and inspections by check lists that are data (45 CFR 164.310, 164.530(c)). */
package org.candor.audit.safeguard;
