/** Asks breach-service, before a batch goes out, whether it may (45 CFR 164.412). No answer is no clearance. */
package org.candor.notification.clearance;
