/** investigation-service: owns the case. */
package org.candor.investigation;
