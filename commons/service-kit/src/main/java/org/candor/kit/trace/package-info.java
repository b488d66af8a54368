/** What one request caused, from service to service, for a collector of traces if there is one. */
package org.candor.kit.trace;
