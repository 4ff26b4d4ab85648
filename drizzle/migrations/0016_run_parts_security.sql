ALTER TABLE run_parts ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE run_parts FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY tenant ON run_parts TO muster_app
  USING (org_id = (SELECT nullif(current_setting('app.org_id', true), '')::uuid))
  WITH CHECK (org_id = (SELECT nullif(current_setting('app.org_id', true), '')::uuid));
--> statement-breakpoint
CREATE POLICY sweep ON run_parts TO CURRENT_USER USING (true);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON run_parts TO muster_app;
--> statement-breakpoint
-- While parts are at work, the run itself waits for them.
CREATE OR REPLACE FUNCTION stalled_runs(rows_max integer) RETURNS TABLE (org_id uuid, id uuid) LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT r.org_id, r.id FROM roster_runs r
  WHERE r.state IN ('queued', 'running') AND coalesce(r.lease_until, r.created_at + interval '30 seconds') < now()
    AND NOT EXISTS (
      SELECT 1 FROM run_parts p WHERE p.org_id = r.org_id AND p.run_id = r.id AND p.state IN ('queued', 'running')
    )
  ORDER BY r.created_at LIMIT least(rows_max, 1000)
$$;
--> statement-breakpoint
-- A part whose Worker died; and one that nobody took within 30 s, unless others of its run are at work: then it waits for its turn.
CREATE FUNCTION stalled_parts(rows_max integer) RETURNS TABLE (org_id uuid, id uuid, part integer) LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT p.org_id, p.run_id, p.part FROM run_parts p
  WHERE p.state IN ('queued', 'running') AND coalesce(p.lease_until, p.created_at + interval '30 seconds') < now()
    AND (p.state = 'running' OR NOT EXISTS (
      SELECT 1 FROM run_parts o WHERE o.org_id = p.org_id AND o.run_id = p.run_id AND o.state = 'running' AND o.lease_until >= now()
    ))
  ORDER BY p.created_at, p.part LIMIT least(rows_max, 1000)
$$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION stalled_parts(integer) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION stalled_parts(integer) TO muster_app;
