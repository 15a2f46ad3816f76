package com.ceoplatform.notification.telling;

/** Something that an event names has not arrived here; the event is tried again later. */
class NotKnownYetException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotKnownYetException(String thing, Object id) {
        super("The " + thing + " " + id + " is not known here yet");
    }
}
