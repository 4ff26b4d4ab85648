-- Shift types that a curve names are an array, which no foreign key sees: those the organisation does not have are refused here.
CREATE FUNCTION require_known_shift_types() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM unnest(new.shift_type_ids) AS wanted(id)
    WHERE NOT EXISTS (SELECT 1 FROM shift_types s WHERE s.org_id = new.org_id AND s.id = wanted.id)
  ) THEN
    RAISE EXCEPTION 'unknown shift type' USING ERRCODE = 'foreign_key_violation',
      CONSTRAINT = 'demand_curves_shift_types_fkey', TABLE = 'demand_curves';
  END IF;
  RETURN new;
END $$;
--> statement-breakpoint
CREATE TRIGGER demand_curves_shift_types_fkey BEFORE INSERT OR UPDATE OF shift_type_ids ON demand_curves
  FOR EACH ROW WHEN (new.shift_type_ids <> '{}') EXECUTE FUNCTION require_known_shift_types();
--> statement-breakpoint
-- People by parts of name, number and e-mail. Row security lets no index serve LIKE (it is not leakproof), so a function looks
-- as the owner, in the transaction's own organisation and no other.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS btree_gin;
--> statement-breakpoint
CREATE INDEX employees_search_idx ON employees
  USING gin (org_id, lower(' ' || name || ' ' || number || ' ' || coalesce(email, '')) gin_trgm_ops) WITH (fastupdate = off)
  WHERE deleted_at IS NULL;
--> statement-breakpoint
-- Ids of the first rows_max people after (after_name, after_id) in the order of names who have every word. A word of one or two
-- letters has no trigram of its own, so it must begin a word. Null for the state, the departments or the sites asks nothing.
CREATE FUNCTION search_employees(
  words text[], only_state text, departments uuid[], at_sites uuid[], after_name text, after_id uuid, rows_max integer
) RETURNS TABLE (id uuid) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  org uuid := nullif(current_setting('app.org_id', true), '')::uuid;
  look_rows constant integer := 500;
  people text := 'SELECT e.id, e.org_id, e.name, e.state, e.department_id,'
    || ' lower('' '' || e.name || '' '' || e.number || '' '' || coalesce(e.email, '''')) AS said'
    || ' FROM employees e WHERE e.org_id = $1 AND e.deleted_at IS NULL';
  wanted text := '';
  word text;
  found_rows integer;
BEGIN
  IF after_name IS NOT NULL THEN people := people || ' AND (e.name, e.id) > ($2, $3)'; END IF;
  FOREACH word IN ARRAY words LOOP
    wanted := wanted || format(' AND p.said LIKE %L', CASE WHEN length(word) < 3 THEN '% ' ELSE '%' END
      || regexp_replace(lower(word), '([\\%_])', '\\\1', 'g') || '%');
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
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION search_employees(text[], text, uuid[], uuid[], text, uuid, integer) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION search_employees(text[], text, uuid[], uuid[], text, uuid, integer) TO muster_app;
--> statement-breakpoint
-- The function looks as the owner, on whom row security is forced as well.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['employees', 'employee_sites'] LOOP
    IF NOT EXISTS (SELECT FROM pg_policies WHERE tablename = name AND policyname = 'sweep') THEN
      EXECUTE format('CREATE POLICY sweep ON %I TO CURRENT_USER USING (true)', name);
    END IF;
  END LOOP;
END $$;
