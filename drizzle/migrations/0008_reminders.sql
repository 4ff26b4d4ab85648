CREATE INDEX "assignments_starts_idx" ON "assignments" USING btree ("starts_at");
--> statement-breakpoint
-- Who belongs to the transaction's organisation, with the address a message goes to. The tenant role cannot read users.
CREATE POLICY sweep ON members TO CURRENT_USER USING (true);
--> statement-breakpoint
CREATE FUNCTION org_members() RETURNS TABLE (user_id uuid, name text, email text, role text) LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT m.user_id, u.name, u.email, m.role FROM members m JOIN users u ON u.id = m.user_id
  WHERE m.org_id = nullif(current_setting('app.org_id', true), '')::uuid
$$;
--> statement-breakpoint
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['assignments', 'employees', 'notifications', 'notification_preferences'] LOOP
    EXECUTE format('CREATE POLICY sweep ON %I TO CURRENT_USER USING (true)', name);
  END LOOP;
END $$;
--> statement-breakpoint
-- Assignments of published rosters whose person wants to hear of them by now and has not. Seven days is the longest wish.
CREATE FUNCTION due_reminders(rows_max integer) RETURNS TABLE (org_id uuid, id uuid) LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT a.org_id, a.id FROM assignments a
  JOIN rosters r ON r.org_id = a.org_id AND r.id = a.roster_id AND r.state = 'published'
  JOIN employees e ON e.org_id = a.org_id AND e.id = a.employee_id AND e.user_id IS NOT NULL AND e.deleted_at IS NULL
  LEFT JOIN notification_preferences p ON p.org_id = a.org_id AND p.user_id = e.user_id
  WHERE a.starts_at > now() AND a.starts_at <= now() + interval '7 days'
    AND a.starts_at <= now() + make_interval(mins => CASE WHEN p.user_id IS NULL THEN 720 ELSE p.remind_minutes_before END)
    AND NOT EXISTS (
      SELECT 1 FROM notifications n
      WHERE n.org_id = a.org_id AND n.user_id = e.user_id AND n.once_key = 'reminder:' || a.id || ':' || extract(epoch FROM a.starts_at)::bigint
    )
  ORDER BY a.starts_at LIMIT least(rows_max, 1000)
$$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION org_members(), due_reminders(integer) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION org_members(), due_reminders(integer) TO muster_app;
