/**
 * What all five services need and is written once: events out and in without loss, who may see what, errors, encryption at
 * rest, and the habits of the REST surface.
 */
package org.candor.kit;
