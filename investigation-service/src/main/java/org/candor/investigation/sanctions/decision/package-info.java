/** What must be there before somebody is sanctioned, and what like cases brought: plain Java. */
package org.candor.investigation.sanctions.decision;
