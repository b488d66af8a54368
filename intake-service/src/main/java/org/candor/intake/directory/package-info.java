/** Legal entities and officers: kept here, published whole on {@code intake.directory.v1}. */
package org.candor.intake.directory;
