/** When the retention of an incident's records begins and how long it lasts; disposal comes after, and never before. */
package org.candor.audit.retention;
