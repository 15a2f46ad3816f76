package com.ceoplatform.notification.push;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.ECKey;
import org.junit.jupiter.api.Test;

class PushEncryptionTests {

    private static final String PLAIN = "When I grow up, I want to be a watermelon";
    private static final String RECEIVER =
            "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";
    private static final ECKey SENDER = P256.pair(
            "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8",
            "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw");

    /** RFC 8291, section 5 and appendix A. */
    @Test
    void encryptsTheExampleOfTheStandard() {
        byte[] encrypted = PushEncryption.encrypt(
                PLAIN.getBytes(UTF_8),
                P256.publicKey(P256.decode(RECEIVER)),
                P256.decode("BTBZMqHH6r4Tts7J_aSIgg"),
                SENDER,
                P256.decode("DGv6ra1nlYgDCS1FRnbzlw"));

        assertThat(P256.encode(encrypted))
                .isEqualTo("DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27ml"
                        + "mlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPT"
                        + "pK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN");
    }

    @Test
    void neverEncryptsTwiceInTheSameWay() {
        ECKey receiver = P256.publicKey(P256.decode(RECEIVER));
        byte[] auth = P256.decode("BTBZMqHH6r4Tts7J_aSIgg");

        assertThat(PushEncryption.encrypt(PLAIN.getBytes(UTF_8), receiver, auth))
                .isNotEqualTo(PushEncryption.encrypt(PLAIN.getBytes(UTF_8), receiver, auth));
        assertThatThrownBy(() -> PushEncryption.encrypt(new byte[PushEncryption.LONGEST + 1], receiver, auth))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesKeysThatAreNoPointOfTheCurve() {
        byte[] beside = P256.decode(RECEIVER);
        beside[64] ^= 1;

        assertThatThrownBy(() -> P256.publicKey(beside)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> P256.publicKey(new byte[65])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> P256.publicKey(new byte[3])).isInstanceOf(IllegalArgumentException.class);
        assertThat(P256.point(P256.publicKey(P256.decode(RECEIVER)))).isEqualTo(P256.decode(RECEIVER));
    }
}
