/** Child processes: started, recorded so that a later launcher can end them, watched and ended. */
package org.candor.local.process;
