package dev.purser.simulator.hardware;

/** The number format a model computes in. */
public enum Precision {
    FP64,
    FP32,
    TF32,
    FP16,
    BF16,
    FP8,
    INT8
}
