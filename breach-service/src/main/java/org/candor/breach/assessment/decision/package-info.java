/**
 * Is it a breach? It is presumed to be one until a complete and supported worksheet shows otherwise (45 CFR 164.402(2),
 * policy III.A). Pure: state, command and instant in, next state and facts or a typed refusal out.
 */
package org.candor.breach.assessment.decision;
