/** The listing of affected individuals as a spreadsheet (policy III.E). */
package org.candor.notification.listing;
