/** The sections of a scenario: each declares its keys once and builds a specification of the simulator from them. */
package dev.purser.scenarios.format.scenario;
