package com.ceoplatform.gateway.mail;

/** One mail, in two forms that say the same. */
public record Mail(String to, String subject, String text, String html) {

    @Override
    public String toString() {
        return "Mail[" + subject + "]";
    }
}
