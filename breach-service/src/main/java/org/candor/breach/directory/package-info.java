/** What is known of legal entities: their names, roles under HIPAA and calendars. */
package org.candor.breach.directory;
