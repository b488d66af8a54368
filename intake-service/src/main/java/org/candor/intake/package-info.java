/** Reports and complaints come in here, reach the right people, and keep their reporters safe. */
package org.candor.intake;
