-- Counts of writes, for what readers keep: everybody may read their own, only the trigger writes.
ALTER TABLE cache_generations ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE cache_generations FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY tenant ON cache_generations FOR SELECT TO muster_app
  USING (org_id = (SELECT nullif(current_setting('app.org_id', true), '')::uuid));
--> statement-breakpoint
CREATE POLICY auth ON cache_generations FOR SELECT TO muster_auth USING (true);
--> statement-breakpoint
CREATE POLICY sweep ON cache_generations TO CURRENT_USER USING (true) WITH CHECK (true);
--> statement-breakpoint
GRANT SELECT ON cache_generations TO muster_app, muster_auth;
--> statement-breakpoint
-- Every write has its line in the log, so the log is what counts. An entity that no list names counts for everything.
-- Deferred: the one row of an organisation is locked for the moment of the commit, not for the length of the transaction.
CREATE FUNCTION count_generation() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  done text := coalesce(current_setting('app.counted', true), '');
  is_record boolean := new.entity NOT IN (
    'roster', 'shift', 'assignment', 'run', 'roster template', 'rotation', 'time off', 'availability', 'open shift', 'claim',
    'swap', 'absence', 'clock event', 'time entry', 'time correction', 'timesheet', 'pay period', 'budget', 'notification',
    'acknowledgement', 'API key', 'invitation'
  );
  is_roster boolean := new.entity NOT IN (
    'clock event', 'time entry', 'time correction', 'timesheet', 'pay period', 'budget', 'notification', 'acknowledgement',
    'API key', 'invitation'
  );
BEGIN
  is_record := is_record AND position('c' IN done) = 0;
  is_roster := is_roster AND position('r' IN done) = 0;
  IF is_record OR is_roster OR position('e' IN done) = 0 THEN
    INSERT INTO cache_generations AS g (org_id, records, rosters, everything)
    SELECT o.id, is_record::int, is_roster::int, (position('e' IN done) = 0)::int FROM organisations o WHERE o.id = new.org_id
    ON CONFLICT (org_id) DO UPDATE SET
      records = g.records + excluded.records, rosters = g.rosters + excluded.rosters,
      everything = g.everything + excluded.everything;
    PERFORM set_config('app.counted', done || 'e' || CASE WHEN is_record THEN 'c' ELSE '' END
      || CASE WHEN is_roster THEN 'r' ELSE '' END, true);
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER audit_log_count AFTER INSERT ON audit_log DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION count_generation();
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION count_generation() FROM PUBLIC;
--> statement-breakpoint
CREATE POLICY sweep ON organisations TO CURRENT_USER USING (true);
--> statement-breakpoint
-- Who joins brings their reach along and is linked to their record, in the one transaction that makes them a member.
GRANT SELECT, INSERT, DELETE ON member_scopes TO muster_auth;
--> statement-breakpoint
CREATE POLICY auth ON member_scopes TO muster_auth USING (true) WITH CHECK (true);
--> statement-breakpoint
GRANT INSERT ON outbox TO muster_auth;
--> statement-breakpoint
CREATE POLICY auth ON outbox FOR INSERT TO muster_auth WITH CHECK (true);
--> statement-breakpoint
GRANT SELECT (org_id, id, user_id, deleted_at, version), UPDATE (user_id, version, updated_at) ON employees TO muster_auth;
--> statement-breakpoint
CREATE POLICY auth ON employees TO muster_auth USING (true) WITH CHECK (true);
