/** Substitute notice as a public page (45 CFR 164.404(d)(2)(ii)). */
package org.candor.notification.posting;
