/** Which files are taken and when they are handed out. Pure. */
package org.candor.intake.files.decision;
