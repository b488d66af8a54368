/** Appointments of officers with the contact that is published (45 CFR 164.308(a)(2), 164.530(a)(1)). */
package org.candor.audit.appointment;
