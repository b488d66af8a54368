/** The platform's public REST APIs as its users see them; the demo and the acceptance tests speak to it through these types. */
package org.candor.local.api;
