/** "Without unreasonable delay" inside the sixty days: standing still asks for a reason (45 CFR 164.404(b)). */
package org.candor.breach.idle;
