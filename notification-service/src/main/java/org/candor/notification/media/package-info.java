/** Notice to prominent media outlets of a jurisdiction (45 CFR 164.406). */
package org.candor.notification.media;
