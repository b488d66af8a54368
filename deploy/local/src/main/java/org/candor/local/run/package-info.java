/** Starts components in the order of their needs, shows how far they are, and ends them in the reverse order. */
package org.candor.local.run;
