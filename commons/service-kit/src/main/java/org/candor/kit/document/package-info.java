/** Accessible PDF documents, the same way for every service: tagged, with embedded fonts, readable by a screen reader. */
package org.candor.kit.document;
