/** The incident report forms 4-I-A and 4-I-B as documents that everybody can read, also with a screen reader. */
package org.candor.investigation.forms;
