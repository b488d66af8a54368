/** The signed commitment of managers, employees, volunteers and trainees, and who is missing (45 CFR 164.530(b), (c)). */
package org.candor.audit.commitment;
