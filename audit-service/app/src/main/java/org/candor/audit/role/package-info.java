/** Role based access: the inventory, who has which role, and exceptions that end (45 CFR 164.308(a)(4), 164.514(d)(2)). */
package org.candor.audit.role;
