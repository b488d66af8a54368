package org.candor.local.demo;

import java.time.Duration;

/**
 * A step that happened.
 *
 * @param number chapter and place in it, such as {@code 3.2}
 */
record Step(String number, String who, String what, Told told, Duration took) {}
