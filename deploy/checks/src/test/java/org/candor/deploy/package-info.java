/**
 * What the platform is deployed with, held against the code: the compose file, the images and the manifests. A rule answers with
 * what it has found; each is also shown something that it must find.
 */
package org.candor.deploy;
