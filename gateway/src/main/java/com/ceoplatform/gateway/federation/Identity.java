package com.ceoplatform.gateway.federation;

import com.ceoplatform.gateway.user.ExternalProfile;

/**
 * Who somebody is to the issuer.
 *
 * @param subject never given to anybody else by the issuer
 * @param emailVerified whether the issuer vouches for the address
 */
record Identity(String issuer, String subject, boolean emailVerified, ExternalProfile profile) {}
