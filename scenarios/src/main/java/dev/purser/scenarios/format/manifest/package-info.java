/** Kubernetes manifests that scenarios refer to. */
package dev.purser.scenarios.format.manifest;
