package com.ceoplatform.gateway.mail;

/** The mail server did not take a mail; it may take it later. */
public class MailNotSent extends Exception {

    private static final long serialVersionUID = 1L;

    MailNotSent(Throwable cause) {
        super("The mail server did not take the mail: " + cause.getMessage(), cause);
    }
}
