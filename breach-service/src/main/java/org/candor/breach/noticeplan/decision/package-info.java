/** Who gives notices where a breach touches several covered entities, so that each person gets one. Pure. */
package org.candor.breach.noticeplan.decision;
