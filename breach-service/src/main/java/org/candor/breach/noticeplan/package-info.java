/**
 * The one set of notices of a breach that touches several covered entities: which of them, or the business associate for
 * them, tells whom (policy III.A.4.b).
 */
package org.candor.breach.noticeplan;
