/** When an accounting is due and what it covers. Pure: no framework, no clock. */
package org.candor.notification.accounting.decision;
