/** The one transaction style of the platform, and SQL for what entities do badly. */
package org.candor.kit.data;
