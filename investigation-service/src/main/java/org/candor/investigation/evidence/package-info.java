/** Evidence of a case: items with their hash, who has had them, and the files that are kept. */
package org.candor.investigation.evidence;
