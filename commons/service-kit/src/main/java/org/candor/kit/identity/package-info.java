/** Who calls, and what he may see. Everything is closed unless a role, a grant and a routing record open it. */
package org.candor.kit.identity;
