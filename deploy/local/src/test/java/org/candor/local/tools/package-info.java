/** Checks that use other programs: browsers, linters, clients. */
package org.candor.local.tools;
