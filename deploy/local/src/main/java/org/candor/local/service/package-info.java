/** The five services as processes, and the caches that let them start faster. */
package org.candor.local.service;
