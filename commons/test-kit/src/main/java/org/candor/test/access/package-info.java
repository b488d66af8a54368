/** Who may call what: a reviewed table beside each service, held against its OpenAPI document, its routes and its answers. */
package org.candor.test.access;
