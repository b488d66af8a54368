/** What is delivered: which libraries, and under which licences. */
package org.candor.local.supply;
