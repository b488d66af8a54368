/** What counsel must look at because no rule computes it. */
package org.candor.breach.counsel;
