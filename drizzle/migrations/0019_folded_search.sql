-- Names are found with and without their accents. unaccent is not immutable and may be missing, so the text is taken apart (NFKD) and
-- the marks are dropped; letters that do not come apart are named. U+0300 to U+036F are the combining marks.
CREATE FUNCTION folded(said text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN translate(
  replace(replace(replace(replace(lower(normalize(said, NFKD)), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'),
  'øłđðı' || U&'\0300\0301\0302\0303\0304\0305\0306\0307\0308\0309\030A\030B\030C\030D\030E\030F\0310\0311\0312\0313\0314\0315\0316\0317\0318\0319\031A\031B\031C\031D\031E\031F\0320\0321\0322\0323\0324\0325\0326\0327\0328\0329\032A\032B\032C\032D\032E\032F\0330\0331\0332\0333\0334\0335\0336\0337\0338\0339\033A\033B\033C\033D\033E\033F\0340\0341\0342\0343\0344\0345\0346\0347\0348\0349\034A\034B\034C\034D\034E\034F\0350\0351\0352\0353\0354\0355\0356\0357\0358\0359\035A\035B\035C\035D\035E\035F\0360\0361\0362\0363\0364\0365\0366\0367\0368\0369\036A\036B\036C\036D\036E\036F',
  'olddi'
);
--> statement-breakpoint
DROP INDEX employees_search_idx;
--> statement-breakpoint
CREATE INDEX employees_search_idx ON employees
  USING gin (org_id, folded(' ' || name || ' ' || number || ' ' || coalesce(email, '')) gin_trgm_ops) WITH (fastupdate = off)
  WHERE deleted_at IS NULL;
--> statement-breakpoint
-- Ids of the first rows_max people after (after_name, after_id) in the order of names who have every word. A word of one or two
-- letters has no trigram of its own, so it must begin a word. Null for the state, the departments or the sites asks nothing.
CREATE OR REPLACE FUNCTION search_employees(
  words text[], only_state text, departments uuid[], at_sites uuid[], after_name text, after_id uuid, rows_max integer
) RETURNS TABLE (id uuid) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  org uuid := nullif(current_setting('app.org_id', true), '')::uuid;
  look_rows constant integer := 500;
  people text := 'SELECT e.id, e.org_id, e.name, e.state, e.department_id,'
    || ' folded('' '' || e.name || '' '' || e.number || '' '' || coalesce(e.email, '''')) AS said'
    || ' FROM employees e WHERE e.org_id = $1 AND e.deleted_at IS NULL';
  wanted text := '';
  word text;
  found_rows integer;
BEGIN
  IF after_name IS NOT NULL THEN people := people || ' AND (e.name, e.id) > ($2, $3)'; END IF;
  FOREACH word IN ARRAY words LOOP
    word := folded(word);
    wanted := wanted || format(' AND p.said LIKE %L', CASE WHEN length(word) < 3 THEN '% ' ELSE '%' END
      || regexp_replace(word, '([\\%_])', '\\\1', 'g') || '%');
  END LOOP;
  IF only_state IS NOT NULL THEN wanted := wanted || ' AND p.state = $4'; END IF;
  IF departments IS NOT NULL THEN wanted := wanted || ' AND p.department_id = ANY ($5)'; END IF;
  IF at_sites IS NOT NULL THEN
    wanted := wanted || ' AND (NOT EXISTS (SELECT FROM employee_sites s WHERE s.org_id = p.org_id AND s.employee_id = p.id)'
      || ' OR EXISTS (SELECT FROM employee_sites s WHERE s.org_id = p.org_id AND s.employee_id = p.id AND s.site_id = ANY ($6)))';
  END IF;
  -- What many people have is found among the first names; what few have is found by its trigrams.
  RETURN QUERY EXECUTE format(
    'WITH p AS MATERIALIZED (%s ORDER BY e.name, e.id LIMIT %s) SELECT p.id FROM p WHERE true %s ORDER BY p.name, p.id LIMIT %s',
    people, look_rows, wanted, rows_max
  ) USING org, after_name, after_id, only_state, departments, at_sites;
  GET DIAGNOSTICS found_rows = ROW_COUNT;
  IF found_rows >= rows_max THEN RETURN; END IF;
  RETURN QUERY EXECUTE format(
    'WITH hit AS MATERIALIZED (SELECT p.id, p.name FROM (%s) p WHERE true %s) SELECT hit.id FROM hit ORDER BY hit.name, hit.id LIMIT %s',
    people, wanted, rows_max
  ) USING org, after_name, after_id, only_state, departments, at_sites;
END $$;
