package com.ceoplatform.common.web.security;

import com.ceoplatform.common.security.TokenClaims;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;

/** Reads the caller out of a verified token. */
class CallerConverter implements Converter<Jwt, AbstractAuthenticationToken> {

    @Override
    public AbstractAuthenticationToken convert(Jwt token) {
        return new CallerAuthentication(TokenClaims.caller(token.getClaims()), token);
    }
}
