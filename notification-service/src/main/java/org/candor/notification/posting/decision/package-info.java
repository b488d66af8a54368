/** How long a substitute posting stands, and what a hold does to it. Pure: no framework, no clock. */
package org.candor.notification.posting.decision;
