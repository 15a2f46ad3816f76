package com.ceoplatform.deploy.bench;

/** Takes what a receiver's connection brings; called on threads of the connections. */
interface FrameSink {

    FrameSink NOWHERE = (receiver, frame, nanos) -> {};

    void frame(int receiver, String frame, long nanos);
}
