/** What a notice must hold and how plainly it is written (45 CFR 164.404(c)). Pure: no framework, no clock. */
package org.candor.notification.text.decision;
