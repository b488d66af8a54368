/**
 * Which readings a person should look at: records of activity are reviewed regularly (45 CFR 164.308(a)(1)(ii)(D)). A finding
 * is a question, not an accusation.
 */
package org.candor.audit.reading.decision;
