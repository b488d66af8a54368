/** Why a duty is due when it is: one page that an officer can hand to a regulator. */
package org.candor.breach.explanation;
