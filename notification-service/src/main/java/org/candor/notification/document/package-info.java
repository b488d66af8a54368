/** The documents of a campaign in English and Spanish: letter, release, posting. Pure but for the rendering of PDF. */
package org.candor.notification.document;
