/** Dashboards and alerts against the metrics that there are, and against the runbooks. */
package org.candor.local.monitoring;
