/** Who may read what about an incident, and who has read it. */
package org.candor.audit.reading;
