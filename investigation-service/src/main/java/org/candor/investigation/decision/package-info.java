/** How the features beside the case answer a command: plain Java, as the case's own core. */
package org.candor.investigation.decision;
