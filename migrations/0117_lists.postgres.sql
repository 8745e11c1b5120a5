-- A text as words are looked for in it: small letters without accents, ligatures opened. SQLite is taught the same by the program.
create function folded(said text) returns text language sql immutable parallel safe as $$
  select replace(replace(replace(replace(regexp_replace(normalize(lower(said), NFD), '[\u0300-\u036f]', '', 'g'), 'œ', 'oe'), 'æ', 'ae'), 'ß', 'ss'), 'ø', 'o')
$$;
