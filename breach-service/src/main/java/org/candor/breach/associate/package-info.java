/** Business associates: the register with the terms of their contracts, and their part in a breach (policy III.A.4, III.B). */
package org.candor.breach.associate;
