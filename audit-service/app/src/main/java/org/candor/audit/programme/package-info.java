/**
 * The register of recurring duties between incidents: what is due, who does it, what was done, and the proof of it. Kinds are
 * data; only what differs has code (45 CFR 164.308(a)(8), 164.316(b), 164.530(c), (i)).
 */
package org.candor.audit.programme;
