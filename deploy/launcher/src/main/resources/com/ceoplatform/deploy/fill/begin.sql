-- Numbered people and channels, so that the rows that follow can refer to them by arithmetic.
CREATE SCHEMA fill;
CREATE UNLOGGED TABLE fill.person (n int PRIMARY KEY, id uuid NOT NULL, name text NOT NULL, department text NOT NULL);
CREATE UNLOGGED TABLE fill.channel (n int PRIMARY KEY, id uuid NOT NULL, name text NOT NULL, created_by uuid NOT NULL);
CREATE FUNCTION fill.word(words text[], n bigint) RETURNS text LANGUAGE sql IMMUTABLE
    RETURN words[1 + (n % cardinality(words))::int];
CREATE FUNCTION fill.moment(n bigint, total bigint) RETURNS interval LANGUAGE sql IMMUTABLE
    RETURN make_interval(secs => -31536000.0 * (total - n) / total);
