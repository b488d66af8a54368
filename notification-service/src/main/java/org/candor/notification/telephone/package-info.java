/** Calls to affected people, each with its script and its outcome (45 CFR 164.404(d)(2)(i), (d)(3)). */
package org.candor.notification.telephone;
