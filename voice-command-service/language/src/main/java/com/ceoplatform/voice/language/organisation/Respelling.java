package com.ceoplatform.voice.language.organisation;

import java.util.regex.Pattern;

/** Spells English words as they sound, roughly, so that "sight" is "site" and "Sooneeta" is "Sunita". */
final class Respelling {

    private record Sound(Pattern letters, String sound) {

        Sound(String letters, String sound) {
            this(Pattern.compile(letters), sound);
        }
    }

    private static final Sound[] SOUNDS = {
        new Sound("eigh|aigh", "a"),
        new Sound("igh", "i"),
        new Sound("^wr", "r"),
        new Sound("^kn|^gn", "n"),
        new Sound("ph", "f"),
        new Sound("sch", "sh"),
        new Sound("c(?=[eiy])", "s"),
        new Sound("ck|c(?!h)|qu?", "k"),
        new Sound("(?<!^)gh", ""),
        new Sound("tz|z", "s"),
        new Sound("x", "ks"),
        new Sound("ee|ie|ey$|y", "i"),
        new Sound("oo|ou|ew", "u"),
        new Sound("ai|ay|ei", "a"),
        new Sound("ea", "e"),
        new Sound("(.)\\1", "$1"),
        new Sound("(?<=..)(e|h)$", ""),
    };

    private Respelling() {}

    static String of(String word) {
        String spelt = word;
        for (Sound sound : SOUNDS) {
            spelt = sound.letters().matcher(spelt).replaceAll(sound.sound());
        }
        return spelt;
    }
}
