/** The words of notices: drafted, measured, approved, frozen. */
package org.candor.notification.text;
