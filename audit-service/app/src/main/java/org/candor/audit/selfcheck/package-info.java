/** The trail checks itself from its bytes upwards, and names the first entry that is not what was signed. */
package org.candor.audit.selfcheck;
