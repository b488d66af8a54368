/** Alarms about the trail itself, on the deadline board of the auditor. */
package org.candor.audit.alarm;
