package com.ceoplatform.common.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenClaimsTests {

    private final Map<String, Object> claims = new HashMap<>(Map.of(
            "sub", "0195e9a0-0000-7000-8000-000000000001",
            "email", "sarah@example.com",
            "name", "Sarah Chen",
            "role", "manager",
            "sid", "0195e9a0-0000-7000-8000-000000000002",
            "department", "Marketing",
            "zoneinfo", "America/New_York"));

    @Test
    void describeTheCaller() {
        Caller caller = TokenClaims.caller(claims);

        assertThat(caller.role()).isEqualTo(Role.MANAGER);
        assertThat(caller.zone()).isEqualTo(ZoneId.of("America/New_York"));
        assertThat(caller.manages("Marketing")).isTrue();
        assertThat(caller.manages("Finance")).isFalse();
        assertThat(caller.manages(null)).isFalse();
    }

    @Test
    void letStaffManageNothing() {
        claims.put("role", "staff");

        assertThat(TokenClaims.caller(claims).manages("Marketing")).isFalse();
    }

    @Test
    void fallBackToUtcForAZoneThatIsNone() {
        claims.put("zoneinfo", "Mars/Olympus");

        assertThat(TokenClaims.caller(claims).zone()).isEqualTo(ZoneOffset.UTC);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sub", "email", "name", "role", "sid"})
    void areRefusedWhenOneIsMissing(String claim) {
        claims.remove(claim);

        assertThatThrownBy(() -> TokenClaims.caller(claims)).isInstanceOf(IllegalArgumentException.class);
    }
}
