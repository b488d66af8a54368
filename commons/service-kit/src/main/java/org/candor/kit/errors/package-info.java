/** Errors as RFC 9457 problems: one catalogue per service, texts in English and Spanish, never health information. */
package org.candor.kit.errors;
