package com.ceoplatform.gateway.account;

import com.ceoplatform.gateway.user.UserResponse;

/**
 * What a login gives.
 *
 * @param refreshToken good for one use
 * @param expiresIn seconds until the access token expires
 */
public record TokenResponse(
        String accessToken, String refreshToken, String tokenType, long expiresIn, UserResponse user) {

    @Override
    public String toString() {
        return "TokenResponse[" + user.id() + "]";
    }
}
