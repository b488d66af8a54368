/** Checks that use other programs than a JDK: where one is missing, they are skipped and listed, and fail on a build server. */
package org.candor.tools;
