/** Attempted access in bulk: one record per source and day instead of a report each (45 CFR 164.304, 164.308(a)(6)). */
package org.candor.intake.attempts;
