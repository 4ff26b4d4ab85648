-- Row security. muster_app and muster_auth own nothing; migrate.ts makes them before this runs.
GRANT USAGE ON SCHEMA public TO muster_app, muster_auth;
--> statement-breakpoint
-- Tenant tables: a transaction sees and writes the organisation named by app.org_id, and nothing when it names none.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY[
    'organisation_settings', 'sites', 'shift_types', 'skills', 'contracts', 'employees', 'employee_skills',
    'employee_contracts', 'employee_sites', 'time_off_requests', 'availability', 'demand', 'rosters', 'shifts',
    'assignments', 'roster_runs', 'run_progress', 'outbox', 'audit_log', 'idempotency_keys'
  ] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY tenant ON %I TO muster_app
         USING (org_id = (SELECT nullif(current_setting(''app.org_id'', true), '''')::uuid))
         WITH CHECK (org_id = (SELECT nullif(current_setting(''app.org_id'', true), '''')::uuid))', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO muster_app', name);
  END LOOP;
END $$;
--> statement-breakpoint
REVOKE UPDATE, DELETE ON audit_log FROM muster_app;
--> statement-breakpoint
-- The auth side: muster_auth keeps users, sessions and who belongs where; muster_app reads its own organisation's part.
GRANT SELECT, INSERT, UPDATE, DELETE ON users, sessions, accounts, verifications, organisations, members, invitations
  TO muster_auth;
--> statement-breakpoint
GRANT SELECT, UPDATE (name) ON organisations TO muster_app;
--> statement-breakpoint
GRANT SELECT ON members TO muster_app;
--> statement-breakpoint
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['organisations', 'members', 'invitations'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY auth ON %I TO muster_auth USING (true) WITH CHECK (true)', name);
  END LOOP;
END $$;
--> statement-breakpoint
CREATE POLICY tenant ON organisations TO muster_app
  USING (id = (SELECT nullif(current_setting('app.org_id', true), '')::uuid))
  WITH CHECK (id = (SELECT nullif(current_setting('app.org_id', true), '')::uuid));
--> statement-breakpoint
CREATE POLICY tenant ON members FOR SELECT TO muster_app
  USING (org_id = (SELECT nullif(current_setting('app.org_id', true), '')::uuid));
--> statement-breakpoint
-- An organisation begins in one transaction: itself, its owner, its settings and the first line of its log.
GRANT SELECT, INSERT ON organisation_settings, audit_log TO muster_auth;
--> statement-breakpoint
CREATE POLICY auth ON organisation_settings TO muster_auth USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY auth ON audit_log TO muster_auth USING (true) WITH CHECK (true);
--> statement-breakpoint
-- Across organisations the sweep learns ids only. The functions run as the owner, who needs a policy of their own because
-- row security is forced on owners too.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['outbox', 'roster_runs', 'idempotency_keys'] LOOP
    EXECUTE format('CREATE POLICY sweep ON %I TO CURRENT_USER USING (true)', name);
  END LOOP;
END $$;
--> statement-breakpoint
CREATE FUNCTION due_outbox(rows_max integer) RETURNS TABLE (org_id uuid, id uuid) LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT o.org_id, o.id FROM outbox o WHERE o.sent_at IS NULL AND o.available_at <= now()
  ORDER BY o.available_at LIMIT least(rows_max, 1000)
$$;
--> statement-breakpoint
CREATE FUNCTION stalled_runs(rows_max integer) RETURNS TABLE (org_id uuid, id uuid) LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT r.org_id, r.id FROM roster_runs r
  WHERE r.state IN ('queued', 'running') AND coalesce(r.lease_until, r.created_at + interval '30 seconds') < now()
  ORDER BY r.created_at LIMIT least(rows_max, 1000)
$$;
--> statement-breakpoint
CREATE FUNCTION forget_expired() RETURNS bigint LANGUAGE sql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
  WITH keys AS (DELETE FROM idempotency_keys WHERE expires_at < now() RETURNING 1),
    sent AS (DELETE FROM outbox WHERE sent_at < now() - interval '7 days' RETURNING 1)
  SELECT (SELECT count(*) FROM keys) + (SELECT count(*) FROM sent)
$$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION due_outbox(integer), stalled_runs(integer), forget_expired() FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION due_outbox(integer), stalled_runs(integer), forget_expired() TO muster_app;
