/** What is found in a draft, who may sign it, when it counts as sent, and the STIX bundle: plain Java. */
package org.candor.investigation.cyber.decision;
