-- Kinds of leave whose balances were not yet given what this month brings; months are counted in UTC.
CREATE FUNCTION due_accruals(rows_max integer) RETURNS TABLE (org_id uuid, id uuid) LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT t.org_id, t.id FROM time_off_types t
  WHERE t.deleted_at IS NULL AND t.has_balance
    AND (t.accrual_minutes_per_month > 0 OR t.carry_over_minutes_max IS NOT NULL)
    AND (t.accrued_on IS NULL OR t.accrued_on < date_trunc('month', now() AT TIME ZONE 'UTC')::date)
  ORDER BY t.org_id, t.id LIMIT least(rows_max, 1000)
$$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION due_accruals(integer) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION due_accruals(integer) TO muster_app;
