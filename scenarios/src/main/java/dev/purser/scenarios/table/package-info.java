/** Strict reading of CSV tables with a header: every problem with its file and line, all at once. */
package dev.purser.scenarios.table;
