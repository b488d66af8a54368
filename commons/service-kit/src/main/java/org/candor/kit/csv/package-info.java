/** Lists in CSV (RFC 4180), as organisations send them and as officers take them away. */
package org.candor.kit.csv;
