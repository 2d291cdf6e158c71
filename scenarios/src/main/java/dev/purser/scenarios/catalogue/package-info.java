/** Hardware types and list prices: the shipped tables and the user's own. */
package dev.purser.scenarios.catalogue;
