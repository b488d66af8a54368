/** The record of who read or changed what, committed before the answer is given. */
package org.candor.kit.access;
