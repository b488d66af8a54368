/** Periodic security reminders and who has read them (A-17; 45 CFR 164.308(a)(5)(ii)(A)). */
package org.candor.notification.reminder;
