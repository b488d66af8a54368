/**
 * The demonstration: one incident from report to proof, played through the public REST APIs with the tokens of those who
 * would do it. A class is a chapter; what one chapter learns, the next finds in {@link org.candor.local.demo.Plot}.
 */
package org.candor.local.demo;
