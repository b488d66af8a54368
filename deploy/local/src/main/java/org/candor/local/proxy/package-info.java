/** One origin for the five services, as an ingress gives them in a cluster. */
package org.candor.local.proxy;
