/** What an operator sees and does: dead letters, gauges, health, housekeeping. */
package org.candor.kit.ops;
