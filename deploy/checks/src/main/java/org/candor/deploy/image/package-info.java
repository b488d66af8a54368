/** Images of the services for whoever has no container daemon. They hold what the Dockerfiles put in, save the start-up cache. */
package org.candor.deploy.image;
