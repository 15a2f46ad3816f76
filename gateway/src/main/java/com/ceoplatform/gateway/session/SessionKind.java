package com.ceoplatform.gateway.session;

/** What keeps a session alive. */
enum SessionKind {
    /** Somebody who refreshes it. */
    LOGIN,
    /** An API token, until it expires. */
    API_TOKEN
}
