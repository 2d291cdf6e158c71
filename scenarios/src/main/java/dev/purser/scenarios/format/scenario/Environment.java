package dev.purser.scenarios.format.scenario;

import dev.purser.scenarios.catalogue.Catalogue;
import dev.purser.scenarios.profile.Profiles;
import java.util.List;

/**
 * What a scenario is read against.
 *
 * @param name the scenario's name, unless it gives one
 * @param files the files it may name
 * @param catalogue hardware types and list prices known without the scenario
 * @param profiles service times known without the scenario
 * @param usedLaws collects the laws that service times are taken from
 */
public record Environment(
        String name, ScenarioFiles files, Catalogue catalogue, Profiles profiles, List<UsedLaw> usedLaws) {}
