/** What a person sees in the terminal. */
package org.candor.local.display;
