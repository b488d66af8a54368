/** Notices to covered entities, where the entity acted as their business associate (45 CFR 164.410). */
package org.candor.notification.coveredentity;
