-- What may not overlap. btree_gist lets equality on uuids take part in an exclusion constraint.
CREATE EXTENSION IF NOT EXISTS btree_gist;
--> statement-breakpoint
ALTER TABLE employee_contracts ADD CONSTRAINT employee_contracts_overlap_excl EXCLUDE USING gist (
  org_id WITH =, employee_id WITH =, daterange(valid_from, valid_until, '[]') WITH &&
);
--> statement-breakpoint
ALTER TABLE employee_skills ADD CONSTRAINT employee_skills_overlap_excl EXCLUDE USING gist (
  org_id WITH =, employee_id WITH =, skill_id WITH =, daterange(valid_from, valid_until, '[]') WITH &&
);
--> statement-breakpoint
-- No person in two places at once within one booking scope; a null scope takes no part.
ALTER TABLE assignments ADD CONSTRAINT assignments_double_booking_excl EXCLUDE USING gist (
  org_id WITH =, booking_scope WITH =, employee_id WITH =, tstzrange(starts_at, ends_at) WITH &&
) WHERE (booking_scope IS NOT NULL);
