package dev.purser.scenarios.format.scenario;

import dev.purser.scenarios.catalogue.Catalogue;
import dev.purser.scenarios.profile.Profiles;

/**
 * What a scenario is read against.
 *
 * @param name the scenario's name, unless it gives one
 * @param files the files it may name
 * @param catalogue hardware types and list prices known without the scenario
 * @param profiles service times known without the scenario
 */
public record Environment(String name, ScenarioFiles files, Catalogue catalogue, Profiles profiles) {}
