/** An installation of the last release is brought to the newest version, and keeps what it has. */
package org.candor.local.upgrade;
