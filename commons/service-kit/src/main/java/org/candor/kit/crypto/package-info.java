/**
 * Encryption at rest: a data key per incident, wrapped by the installation's keyset. Destroying an incident's data key
 * destroys everything that was sealed with it.
 */
package org.candor.kit.crypto;
