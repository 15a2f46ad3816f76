package com.ceoplatform.voice.language.text;

/**
 * One word.
 *
 * @param raw as written, with the punctuation inside it
 * @param norm lower case without accents, for comparing
 * @param before the punctuation before it
 * @param lead the characters between the previous word and this one, as written
 * @param quoted it stands inside quotation marks that opened before it
 */
public record Token(String raw, String norm, Gap before, String lead, boolean quoted) {

    public boolean capitalised() {
        return Character.isUpperCase(raw.codePointAt(0));
    }

    /** This word without a pause before it. */
    Token joined() {
        return new Token(raw, norm, Gap.NONE, " ", quoted);
    }

    /** This word, said where another stood. */
    Token inPlaceOf(Token other) {
        return new Token(raw, norm, other.before, other.lead, quoted && other.quoted);
    }

    /** Another word in the place of this one. */
    public Token heardAs(String word) {
        return new Token(word, word, before, lead, quoted);
    }

    public boolean is(String word) {
        return norm.equals(word);
    }
}
