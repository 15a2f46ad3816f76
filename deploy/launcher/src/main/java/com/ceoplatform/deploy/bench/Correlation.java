package com.ceoplatform.deploy.bench;

import java.util.Set;

/** Tells which operation a frame comes from, and how frames of one aggregate follow each other. */
interface Correlation {

    int UNKNOWN = -1;

    /** {@link #UNKNOWN} for a frame that has nothing to do with the run. */
    int operationOf(String frame);

    /** The member that grows with each event of an aggregate; empty when there is none. */
    String order();

    /** Finds the token that the operation wrote into a text of the aggregate. */
    record ByToken(String run, Set<String> events, String order) implements Correlation {

        public ByToken {
            events = Set.copyOf(events);
        }

        /** What the text of the operation must contain. */
        String token(int operation) {
            return prefix() + operation + ".";
        }

        @Override
        public int operationOf(String frame) {
            if (!events.contains(FrameText.text(frame, "event"))) {
                return UNKNOWN;
            }
            int at = frame.indexOf(prefix());
            return at < 0 ? UNKNOWN : (int) FrameText.digits(frame, at + prefix().length());
        }

        private String prefix() {
            return run + "-";
        }
    }
}
