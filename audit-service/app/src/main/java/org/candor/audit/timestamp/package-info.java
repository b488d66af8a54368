/** Time-stamps of others over checkpoints (RFC 3161): that the trail had that state at that time, and did not grow it later. */
package org.candor.audit.timestamp;
