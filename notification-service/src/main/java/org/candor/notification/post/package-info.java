/** Where a print house takes its letters: a folder, or a folder on its SFTP server. One way of handing over for both. */
package org.candor.notification.post;
