package com.ceoplatform.gateway.account;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people may log in.
 *
 * @param passwords whether local passwords count; not when an external issuer replaces the local accounts
 */
@ConfigurationProperties("platform.login")
record LoginSettings(@DefaultValue("true") boolean passwords) {}
