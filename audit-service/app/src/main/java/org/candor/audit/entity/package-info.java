/** In which calendar the days of each legal entity are counted. */
package org.candor.audit.entity;
