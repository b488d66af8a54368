/** Accounting of disclosures: a breach is a disclosure for which each person may ask (45 CFR 164.528). */
package org.candor.notification.accounting;
