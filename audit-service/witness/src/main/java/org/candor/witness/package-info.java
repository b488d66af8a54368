/** A small process that has nothing to do with the trail but to watch that it only grows (C2SP tlog-witness). */
package org.candor.witness;
