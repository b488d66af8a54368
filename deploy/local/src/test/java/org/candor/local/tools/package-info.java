/** A browser, for pictures of pages. */
package org.candor.local.tools;
