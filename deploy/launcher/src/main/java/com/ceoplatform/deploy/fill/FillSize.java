package com.ceoplatform.deploy.fill;

import com.ceoplatform.deploy.home.LaunchFailure;

/** How much to make. Tasks and messages belong to the people and channels made with them. */
record FillSize(int people, int channels, long tasks, long messages) {

    private static final int SMALLEST_CROWD = 20;

    FillSize {
        if (people < SMALLEST_CROWD || channels < 1 || tasks < 0 || messages < 0) {
            throw new LaunchFailure("At least %d people and 1 channel are needed, and no number may be negative."
                    .formatted(SMALLEST_CROWD));
        }
    }
}
