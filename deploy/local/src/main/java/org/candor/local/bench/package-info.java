/**
 * What the platform costs against its raw resources. Product and raw client take turns in one run, so that whatever else
 * the machine does hits both; figures are medians of the ratios of neighbouring slices.
 */
package org.candor.local.bench;
