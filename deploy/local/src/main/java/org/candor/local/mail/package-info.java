/** A mail server that keeps what it accepts. */
package org.candor.local.mail;
