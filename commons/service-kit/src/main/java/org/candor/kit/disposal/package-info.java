/**
 * What goes when an incident's records go: its data key, its blind index values, and its place in lists. The same in every
 * service, and again after a back-up was restored.
 */
package org.candor.kit.disposal;
