package dev.purser.simulator.interval;

import dev.purser.simulator.serving.Service;

/** Nobody counts what is sent. */
record NoPayload() implements Service.PayloadListener {
    @Override
    public void sent(int pipeline, int stage, String pool) {}

    @Override
    public void received(int pipeline, int stage, String pool) {}
}
