/** What intake's directory says of legal entities and officers. */
package org.candor.investigation.directory;
