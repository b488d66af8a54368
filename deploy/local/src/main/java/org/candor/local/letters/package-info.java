/** Campaigns of letters of any size, as measurements and the proof of what a kill leaves need them. */
package org.candor.local.letters;
