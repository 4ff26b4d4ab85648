-- The audit log is append-only, for every role.
CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'audit_log is append-only'
    USING ERRCODE = 'restrict_violation', CONSTRAINT = 'audit_log_append_only', TABLE = 'audit_log';
END $$;
--> statement-breakpoint
CREATE TRIGGER audit_log_append_only BEFORE UPDATE OR DELETE ON audit_log
  FOR EACH ROW EXECUTE FUNCTION refuse_audit_change();
--> statement-breakpoint
CREATE TRIGGER audit_log_no_truncate BEFORE TRUNCATE ON audit_log
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
--> statement-breakpoint
-- Needs of skills are jsonb, which no foreign key sees: skills the organisation does not have are refused here.
CREATE FUNCTION require_known_skills() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM jsonb_path_query(new.skills, '$.*[*].skillId') AS need(skill)
    WHERE NOT EXISTS (SELECT 1 FROM skills s WHERE s.org_id = new.org_id AND s.id = (need.skill #>> '{}')::uuid)
  ) THEN
    RAISE EXCEPTION 'unknown skill' USING ERRCODE = 'foreign_key_violation',
      CONSTRAINT = tg_table_name || '_skills_fkey', TABLE = tg_table_name;
  END IF;
  RETURN new;
END $$;
--> statement-breakpoint
CREATE TRIGGER shift_types_skills_fkey BEFORE INSERT OR UPDATE OF skills ON shift_types
  FOR EACH ROW WHEN (new.skills <> '{"allOf":[],"anyOf":[]}'::jsonb) EXECUTE FUNCTION require_known_skills();
--> statement-breakpoint
CREATE TRIGGER demand_skills_fkey BEFORE INSERT OR UPDATE OF skills ON demand
  FOR EACH ROW WHEN (new.skills <> '{"allOf":[],"anyOf":[]}'::jsonb) EXECUTE FUNCTION require_known_skills();
--> statement-breakpoint
CREATE TRIGGER shifts_skills_fkey BEFORE INSERT OR UPDATE OF skills ON shifts
  FOR EACH ROW WHEN (new.skills <> '{"allOf":[],"anyOf":[]}'::jsonb) EXECUTE FUNCTION require_known_skills();
--> statement-breakpoint
-- The same for a roster's sites.
CREATE FUNCTION require_known_sites() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM unnest(new.site_ids) AS wanted(id)
    WHERE NOT EXISTS (SELECT 1 FROM sites s WHERE s.org_id = new.org_id AND s.id = wanted.id)
  ) THEN
    RAISE EXCEPTION 'unknown site' USING ERRCODE = 'foreign_key_violation',
      CONSTRAINT = 'rosters_sites_fkey', TABLE = 'rosters';
  END IF;
  RETURN new;
END $$;
--> statement-breakpoint
CREATE TRIGGER rosters_sites_fkey BEFORE INSERT OR UPDATE OF site_ids ON rosters
  FOR EACH ROW WHEN (new.site_ids <> '{}') EXECUTE FUNCTION require_known_sites();
--> statement-breakpoint
-- Booking scope: the roster's id in a draft, the organisation's once published, null where double booking is allowed.
CREATE FUNCTION booking_scope_of(roster rosters) RETURNS uuid LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT CASE
    WHEN coalesce((SELECT allow_double_booking FROM organisation_settings WHERE org_id = roster.org_id), false) THEN NULL
    WHEN roster.state = 'draft' THEN roster.id
    ELSE roster.org_id
  END
$$;
--> statement-breakpoint
CREATE FUNCTION set_booking_scope() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  new.booking_scope := (
    SELECT booking_scope_of(r) FROM rosters r WHERE r.org_id = new.org_id AND r.id = new.roster_id
  );
  RETURN new;
END $$;
--> statement-breakpoint
CREATE TRIGGER assignments_booking_scope BEFORE INSERT ON assignments
  FOR EACH ROW EXECUTE FUNCTION set_booking_scope();
--> statement-breakpoint
CREATE FUNCTION follow_roster_state() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE assignments a SET booking_scope = booking_scope_of(new) WHERE a.org_id = new.org_id AND a.roster_id = new.id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER rosters_booking_scope AFTER UPDATE OF state ON rosters
  FOR EACH ROW WHEN (old.state IS DISTINCT FROM new.state) EXECUTE FUNCTION follow_roster_state();
--> statement-breakpoint
CREATE FUNCTION follow_double_booking() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE assignments a SET booking_scope = booking_scope_of(r)
  FROM rosters r WHERE r.org_id = new.org_id AND a.org_id = r.org_id AND a.roster_id = r.id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER organisation_settings_booking_scope AFTER UPDATE OF allow_double_booking ON organisation_settings
  FOR EACH ROW WHEN (old.allow_double_booking IS DISTINCT FROM new.allow_double_booking)
  EXECUTE FUNCTION follow_double_booking();
