/** What a witness's signature says (C2SP tlog-cosignature), and what its refusals mean. */
package org.candor.audit.witness.decision;
