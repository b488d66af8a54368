/**
 * Retained documents: forms, worksheets, copies of notices and listings as they were frozen, kept by content and sealed (45
 * CFR 164.530(j), 164.414(b), 164.316(b)(2)(i)).
 */
package org.candor.audit.document;
