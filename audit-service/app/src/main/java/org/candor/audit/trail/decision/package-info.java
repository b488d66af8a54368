/** What an entry of the trail is, byte for byte, and how arriving events get their place in it. */
package org.candor.audit.trail.decision;
