/** Mails to officers when something begins (G-20, T-07). */
package org.candor.notification.alert;
