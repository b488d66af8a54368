/** What happened in a case, in order, as a picture. */
package org.candor.investigation.timeline;
