-- What may not overlap.
ALTER TABLE pay_periods ADD CONSTRAINT pay_periods_overlap_excl EXCLUDE USING gist (
  org_id WITH =, daterange(first_day, last_day, '[]') WITH &&
);
--> statement-breakpoint
ALTER TABLE budgets ADD CONSTRAINT budgets_overlap_excl EXCLUDE USING gist (
  org_id WITH =, coalesce(site_id, org_id) WITH =, daterange(first_day, last_day, '[]') WITH &&
);
--> statement-breakpoint
ALTER TABLE time_entries ADD CONSTRAINT time_entries_overlap_excl EXCLUDE USING gist (
  org_id WITH =, employee_id WITH =, tstzrange(starts_at, ends_at) WITH &&
) WHERE (ends_at IS NOT NULL);
--> statement-breakpoint
-- Trees stay trees. The lock makes two moves at once wait for each other, or both could close a circle.
CREATE FUNCTION refuse_department_circle() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('departments' || new.org_id, 0));
  IF EXISTS (
    WITH RECURSIVE above AS (
      SELECT d.id, d.parent_id FROM departments d WHERE d.org_id = new.org_id AND d.id = new.parent_id
      UNION
      SELECT d.id, d.parent_id FROM departments d JOIN above a ON d.org_id = new.org_id AND d.id = a.parent_id
    ) SELECT 1 FROM above WHERE id = new.id
  ) OR new.parent_id = new.id THEN
    RAISE EXCEPTION 'a department below itself' USING ERRCODE = 'check_violation',
      CONSTRAINT = 'departments_circle_check', TABLE = 'departments';
  END IF;
  RETURN new;
END $$;
--> statement-breakpoint
CREATE TRIGGER departments_circle_check BEFORE INSERT OR UPDATE OF parent_id ON departments
  FOR EACH ROW WHEN (new.parent_id IS NOT NULL) EXECUTE FUNCTION refuse_department_circle();
--> statement-breakpoint
CREATE FUNCTION refuse_reporting_circle() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE line text;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('employees' || new.org_id, 0));
  FOREACH line IN ARRAY ARRAY['supervisor', 'mentor', 'manager'] LOOP
    IF EXISTS (
      WITH RECURSIVE above AS (
        SELECT (to_jsonb(new) ->> (line || '_id'))::uuid AS id
        UNION
        SELECT (to_jsonb(e) ->> (line || '_id'))::uuid FROM employees e JOIN above a ON e.org_id = new.org_id AND e.id = a.id
      ) SELECT 1 FROM above WHERE id = new.id
    ) THEN
      RAISE EXCEPTION 'a person above themselves' USING ERRCODE = 'check_violation',
        CONSTRAINT = 'employees_' || line || '_circle_check', TABLE = 'employees';
    END IF;
  END LOOP;
  RETURN new;
END $$;
--> statement-breakpoint
CREATE TRIGGER employees_circle_check BEFORE INSERT OR UPDATE OF supervisor_id, mentor_id, manager_id ON employees
  FOR EACH ROW WHEN (coalesce(new.supervisor_id, new.mentor_id, new.manager_id) IS NOT NULL)
  EXECUTE FUNCTION refuse_reporting_circle();
--> statement-breakpoint
CREATE TRIGGER demand_patterns_skills_fkey BEFORE INSERT OR UPDATE OF skills ON demand_patterns
  FOR EACH ROW WHEN (new.skills <> '{"allOf":[],"anyOf":[]}'::jsonb) EXECUTE FUNCTION require_known_skills();
--> statement-breakpoint
CREATE TRIGGER demand_curves_skills_fkey BEFORE INSERT OR UPDATE OF skills ON demand_curves
  FOR EACH ROW WHEN (new.skills <> '{"allOf":[],"anyOf":[]}'::jsonb) EXECUTE FUNCTION require_known_skills();
--> statement-breakpoint
-- The balance of leave follows its ledger and nothing else; the check on it is what keeps it above its floor.
CREATE FUNCTION keep_time_off_balance() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  -- On conflict the row is checked before it is merged, so a first entry below zero must find its balance made.
  INSERT INTO time_off_balances (org_id, employee_id, type_id, minutes, floor_minutes)
  SELECT new.org_id, new.employee_id, new.type_id, 0, CASE WHEN t.may_go_below_zero THEN NULL ELSE 0 END
  FROM time_off_types t WHERE t.org_id = new.org_id AND t.id = new.type_id
  ON CONFLICT DO NOTHING;
  UPDATE time_off_balances SET minutes = minutes + new.minutes, updated_at = now()
  WHERE org_id = new.org_id AND employee_id = new.employee_id AND type_id = new.type_id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER time_off_ledger_balance AFTER INSERT ON time_off_ledger
  FOR EACH ROW EXECUTE FUNCTION keep_time_off_balance();
--> statement-breakpoint
CREATE FUNCTION keep_time_off_floor() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE time_off_balances SET floor_minutes = CASE WHEN new.may_go_below_zero THEN NULL ELSE least(minutes, 0) END
  WHERE org_id = new.org_id AND type_id = new.id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER time_off_types_floor AFTER UPDATE OF may_go_below_zero ON time_off_types
  FOR EACH ROW WHEN (old.may_go_below_zero IS DISTINCT FROM new.may_go_below_zero) EXECUTE FUNCTION keep_time_off_floor();
--> statement-breakpoint
-- Worked time of a period that is no longer open stands still; a final period does as well.
CREATE FUNCTION refuse_closed_period() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  days date[] := CASE tg_op WHEN 'INSERT' THEN ARRAY[new.day] WHEN 'DELETE' THEN ARRAY[old.day] ELSE ARRAY[old.day, new.day] END;
  org uuid := CASE tg_op WHEN 'DELETE' THEN old.org_id ELSE new.org_id END;
BEGIN
  -- Deleting an organisation takes everything with it.
  IF tg_op = 'DELETE' AND current_setting('app.erase_org', true) = org::text THEN RETURN old; END IF;
  IF EXISTS (
    SELECT 1 FROM pay_periods p, unnest(days) AS touched(day)
    WHERE p.org_id = org AND p.state <> 'open' AND touched.day BETWEEN p.first_day AND p.last_day
  ) THEN
    RAISE EXCEPTION 'the pay period is closed' USING ERRCODE = 'check_violation',
      CONSTRAINT = 'time_entries_period_check', TABLE = 'time_entries';
  END IF;
  RETURN CASE tg_op WHEN 'DELETE' THEN old ELSE new END;
END $$;
--> statement-breakpoint
CREATE TRIGGER time_entries_period_check BEFORE INSERT OR UPDATE OR DELETE ON time_entries
  FOR EACH ROW EXECUTE FUNCTION refuse_closed_period();
--> statement-breakpoint
CREATE FUNCTION refuse_period_step() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF old.state = 'final' OR (old.state <> new.state AND (old.state, new.state) NOT IN
    (('open', 'closed'), ('closed', 'open'), ('closed', 'processing'), ('processing', 'closed'), ('processing', 'final')))
  THEN
    RAISE EXCEPTION 'no such step' USING ERRCODE = 'check_violation',
      CONSTRAINT = 'pay_periods_step_check', TABLE = 'pay_periods';
  END IF;
  RETURN new;
END $$;
--> statement-breakpoint
CREATE TRIGGER pay_periods_step_check BEFORE UPDATE ON pay_periods
  FOR EACH ROW EXECUTE FUNCTION refuse_period_step();
--> statement-breakpoint
-- The audit log anew, by month. What was there moves along; only deleting the whole organisation may take lines out.
CREATE OR REPLACE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF tg_op = 'DELETE' AND current_setting('app.erase_org', true) = old.org_id::text THEN RETURN old; END IF;
  RAISE EXCEPTION 'audit_log is append-only'
    USING ERRCODE = 'restrict_violation', CONSTRAINT = 'audit_log_append_only', TABLE = 'audit_log';
END $$;
--> statement-breakpoint
ALTER TABLE audit_log RENAME TO audit_log_before_partitions;
--> statement-breakpoint
CREATE TABLE audit_log (LIKE audit_log_before_partitions INCLUDING DEFAULTS) PARTITION BY RANGE (at);
--> statement-breakpoint
CREATE TABLE audit_log_other PARTITION OF audit_log DEFAULT;
--> statement-breakpoint
-- Months whose lines already lie in the default partition stay there.
CREATE FUNCTION make_audit_partitions(months_ahead integer) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  month timestamptz := date_trunc('month', now() AT TIME ZONE 'UTC') AT TIME ZONE 'UTC';
  name text;
  made integer := 0;
BEGIN
  FOR step IN 0..least(months_ahead, 60) LOOP
    name := 'audit_log_' || to_char(month AT TIME ZONE 'UTC', 'YYYY_MM');
    IF to_regclass('public.' || name) IS NULL
      AND NOT EXISTS (SELECT 1 FROM audit_log_other WHERE at >= month AND at < month + interval '1 month') THEN
      EXECUTE format('CREATE TABLE public.%I PARTITION OF public.audit_log FOR VALUES FROM (%L) TO (%L)', name, month,
        (month AT TIME ZONE 'UTC' + interval '1 month') AT TIME ZONE 'UTC');
      EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
      EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
      EXECUTE format('CREATE POLICY sweep ON %I TO CURRENT_USER USING (true)', name);
      EXECUTE format('CREATE TRIGGER audit_log_no_truncate BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change()', name);
      made := made + 1;
    END IF;
    month := (month AT TIME ZONE 'UTC' + interval '1 month') AT TIME ZONE 'UTC';
  END LOOP;
  RETURN made;
END $$;
--> statement-breakpoint
SELECT make_audit_partitions(12);
--> statement-breakpoint
-- The owner is bound by row security too, and this copy is his.
ALTER TABLE audit_log_before_partitions NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
INSERT INTO audit_log SELECT * FROM audit_log_before_partitions;
--> statement-breakpoint
DROP TABLE audit_log_before_partitions;
--> statement-breakpoint
ALTER TABLE audit_log ADD CONSTRAINT audit_log_pkey PRIMARY KEY (org_id, id, at);
--> statement-breakpoint
ALTER TABLE audit_log ADD CONSTRAINT audit_log_org_id_organisations_id_fk
  FOREIGN KEY (org_id) REFERENCES organisations (id) ON DELETE CASCADE;
--> statement-breakpoint
CREATE INDEX audit_log_entity_idx ON audit_log (org_id, entity, entity_id);
--> statement-breakpoint
CREATE INDEX audit_log_at_idx ON audit_log (org_id, at);
--> statement-breakpoint
CREATE INDEX audit_log_actor_idx ON audit_log (org_id, actor_id, at);
--> statement-breakpoint
CREATE TRIGGER audit_log_append_only BEFORE UPDATE OR DELETE ON audit_log
  FOR EACH ROW EXECUTE FUNCTION refuse_audit_change();
--> statement-breakpoint
CREATE TRIGGER audit_log_no_truncate BEFORE TRUNCATE ON audit_log
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
--> statement-breakpoint
CREATE TRIGGER audit_log_no_truncate BEFORE TRUNCATE ON audit_log_other
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
--> statement-breakpoint
ALTER TABLE audit_log_other ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE audit_log_other FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY sweep ON audit_log_other TO CURRENT_USER USING (true);
--> statement-breakpoint
-- Row security for the new tables, and again for the log.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY[
    'departments', 'teams', 'job_roles', 'channels', 'employee_channels', 'certifications', 'time_off_types',
    'time_off_decisions', 'time_off_balances', 'time_off_ledger', 'blackout_dates', 'site_travel', 'holidays',
    'demand_patterns', 'demand_curves', 'roster_versions', 'roster_templates', 'rotations', 'roster_acknowledgements',
    'rule_overrides', 'open_shifts', 'shift_claims', 'swap_requests', 'absences', 'pay_periods', 'clock_events',
    'time_entries', 'time_corrections', 'timesheets', 'budgets', 'notifications', 'notification_preferences', 'api_keys',
    'member_scopes', 'audit_log'
  ] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY tenant ON %I TO muster_app
         USING (org_id = (SELECT nullif(current_setting(''app.org_id'', true), '''')::uuid))
         WITH CHECK (org_id = (SELECT nullif(current_setting(''app.org_id'', true), '''')::uuid))', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO muster_app', name);
  END LOOP;
  -- Functions that look across organisations, or keep what nobody else may write, run as the owner.
  FOREACH name IN ARRAY ARRAY[
    'time_off_types', 'time_off_balances', 'pay_periods', 'rosters', 'open_shifts', 'time_entries', 'api_keys'
  ] LOOP
    EXECUTE format('CREATE POLICY sweep ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', name);
  END LOOP;
END $$;
--> statement-breakpoint
-- Written once, or only by triggers.
REVOKE UPDATE, DELETE ON audit_log, time_off_ledger, roster_versions, time_off_decisions FROM muster_app;
--> statement-breakpoint
REVOKE INSERT, UPDATE, DELETE ON time_off_balances FROM muster_app;
--> statement-breakpoint
REVOKE UPDATE, DELETE ON clock_events FROM muster_app;
--> statement-breakpoint
-- Where somebody was can be erased; that they clocked cannot.
GRANT UPDATE (latitude, longitude, accuracy_metres, address) ON clock_events TO muster_app;
--> statement-breakpoint
GRANT SELECT, INSERT ON audit_log TO muster_auth;
--> statement-breakpoint
CREATE POLICY auth ON audit_log TO muster_auth USING (true) WITH CHECK (true);
--> statement-breakpoint
-- Before a key is known, its organisation is not: the hash alone finds it.
CREATE FUNCTION api_key_by_hash(key_hash text) RETURNS TABLE (org_id uuid, id uuid) LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT k.org_id, k.id FROM api_keys k WHERE k.hash = key_hash
$$;
--> statement-breakpoint
CREATE FUNCTION due_publications(rows_max integer) RETURNS TABLE (org_id uuid, id uuid) LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT r.org_id, r.id FROM rosters r WHERE r.publish_at <= now() ORDER BY r.publish_at LIMIT least(rows_max, 1000)
$$;
--> statement-breakpoint
CREATE FUNCTION due_open_shifts(rows_max integer) RETURNS TABLE (org_id uuid, id uuid) LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT o.org_id, o.id FROM open_shifts o WHERE o.state = 'open' AND o.closes_at <= now()
  ORDER BY o.closes_at LIMIT least(rows_max, 1000)
$$;
--> statement-breakpoint
CREATE FUNCTION long_open_entries(rows_max integer) RETURNS TABLE (org_id uuid, id uuid) LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT e.org_id, e.id FROM time_entries e WHERE e.state = 'open' AND e.clocked_in_at < now() - interval '2 hours'
  ORDER BY e.clocked_in_at LIMIT least(rows_max, 1000)
$$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION make_audit_partitions(integer), api_key_by_hash(text), due_publications(integer),
  due_open_shifts(integer), long_open_entries(integer), keep_time_off_balance(), keep_time_off_floor(), refuse_closed_period()
  FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION make_audit_partitions(integer), api_key_by_hash(text), due_publications(integer),
  due_open_shifts(integer), long_open_entries(integer) TO muster_app;
