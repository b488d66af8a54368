/** Is it a breach, who must be told, by when, and why. */
package org.candor.breach;
