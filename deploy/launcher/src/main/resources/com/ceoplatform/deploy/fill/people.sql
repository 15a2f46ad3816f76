INSERT INTO fill.person (n, id, name, department)
SELECT n, uuidv7(),
    fill.word('{Aisha,Alexander,Amara,Ana,Andre,Anika,Arjun,Beatriz,Bjorn,Camila,Chen,Clara,Dario,Deepa,Diego,Elena,Emeka,Emily,Fatima,Felix,Freya,Gabriel,Grace,Hana,Hassan,Ines,Ivan,Jamal,Jana,Jonas,Kaito,Karim,Katarina,Kwame,Laila,Leo,Lucia,Magnus,Marta,Mateo,Mei,Miriam,Nadia,Nikhil,Noah,Olga,Omar,Paula,Pedro,Priyanka,Rafael,Rosa,Sanjay,Sofia,Tariq,Theo,Uma,Valentina,Wei,Yusuf,Zara}'::text[], n)
        || ' ' ||
    fill.word('{Abebe,Adeyemi,Almeida,Andersen,Bauer,Becker,Bianchi,Brown,Castillo,Chowdhury,Cohen,Costa,Danso,Dubois,Eriksson,Fernandez,Fischer,Fontaine,Garcia,Gupta,Haddad,Hansen,Hoffmann,Ibrahim,Ito,Ivanov,Jackson,Jansen,Johansson,Jones,Kaplan,Keller,Khan,Kim,Kowalski,Kumar,Lange,Larsen,Laurent,Lee,Lindqvist,Lopez,Marino,Martin,Mensah,Meyer,Moreau,Mori,Mwangi,Nakamura,Nguyen,Novak,Nowak,Okafor,Olsen,Osei,Park,Patel,Pereira,Petrov,Popescu,Ramirez,Rao,Richter,Rivera,Romano,Rossi,Saito,Santos,Sato,Schneider,Sharma,Silva,Singh,Smith,Sorensen,Suzuki,Tanaka,Torres,Vega,Wagner,Walker,Wang,Weber,Williams,Wong,Yamada,Yilmaz,Zhang}'::text[], n / 61),
    fill.word('{Engineering,Marketing,Sales,Finance,Operations,Support,Legal,Research,Design,Logistics,Procurement,Quality}'::text[], n)
FROM generate_series(1, :people) n;

-- With the password hash of an account that exists: they log in with its password.
INSERT INTO gateway.person (id, email, email_key, name, password_hash, role, department, job_title, timezone, locale,
    active, created_at, updated_at, sort_key, search_text, version)
SELECT p.id, email, email, p.name, (SELECT password_hash FROM gateway.person WHERE role = 'CEO' LIMIT 1),
    CASE WHEN p.n % 20 = 0 THEN 'MANAGER' ELSE 'STAFF' END, p.department, p.department || ' specialist',
    'Europe/Berlin', 'en', true, now(), now(), lower(p.name),
    lower(p.name || E'\n' || email || E'\n' || p.department || ' specialist'), 0
FROM fill.person p, LATERAL (SELECT 'person-' || right(p.id::text, 12) || '@example.com' AS email) e;
