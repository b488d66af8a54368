/** Until when the records of an incident must be kept (45 CFR 164.316(b)(2)(i), 164.530(j)(2)). */
package org.candor.audit.retention.decision;
