/** Device profiles as JSON, and where scenarios find the law of a model on a piece of hardware. */
package dev.purser.scenarios.profile;
