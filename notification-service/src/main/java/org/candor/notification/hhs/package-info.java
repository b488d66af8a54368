/** The worksheet for the portal of HHS, and what was submitted there (45 CFR 164.408). */
package org.candor.notification.hhs;
