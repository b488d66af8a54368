/** Runs: letters into postal batches, e-mails to those who agreed; resumable, nobody twice. */
package org.candor.notification.sending;
