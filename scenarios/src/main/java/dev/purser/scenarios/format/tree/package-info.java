/** YAML as a tree whose nodes know their file, line, column and path; problems with their places. */
package dev.purser.scenarios.format.tree;
