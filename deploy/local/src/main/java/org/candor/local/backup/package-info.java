/** Back-up of a running stack and restore of all of it, or of one service alone. */
package org.candor.local.backup;
