/** The clock and ids; nothing else in the platform asks the system for either. */
package org.candor.kit.time;
