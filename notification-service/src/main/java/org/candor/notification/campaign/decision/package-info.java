/** What a campaign may do next. Pure: no framework, no clock. */
package org.candor.notification.campaign.decision;
