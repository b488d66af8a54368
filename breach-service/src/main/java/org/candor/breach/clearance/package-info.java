/** Says yes or no before a batch of notices goes out (45 CFR 164.412). */
package org.candor.breach.clearance;
