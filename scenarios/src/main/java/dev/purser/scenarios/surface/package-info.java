/** Keeps states of the response surface on disk, from one run to the next. */
package dev.purser.scenarios.surface;
