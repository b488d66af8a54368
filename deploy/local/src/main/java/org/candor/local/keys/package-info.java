/** Passwords and keys of one stack: drawn at random at the first start, kept in files that only their owner can read. */
package org.candor.local.keys;
