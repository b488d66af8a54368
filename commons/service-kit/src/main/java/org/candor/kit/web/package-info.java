/** Habits of the REST surface: versions, retries, pages, limits, correlation. */
package org.candor.kit.web;
