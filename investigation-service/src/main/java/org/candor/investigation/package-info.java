/** investigation-service: a case is worked step by step, and is not closed half done. */
package org.candor.investigation;
