/** Mails without personal data: waiting, sent, tried again. */
package org.candor.notification.mail;
