DROP INDEX "rule_overrides_roster_idx";--> statement-breakpoint
CREATE INDEX "time_corrections_created_idx" ON "time_corrections" USING btree ("org_id","created_at","id");--> statement-breakpoint
CREATE INDEX "open_shifts_closes_idx" ON "open_shifts" USING btree ("org_id","closes_at","id");--> statement-breakpoint
CREATE INDEX "shift_claims_created_idx" ON "shift_claims" USING btree ("org_id","created_at","id");--> statement-breakpoint
CREATE INDEX "swap_requests_created_idx" ON "swap_requests" USING btree ("org_id","created_at","id");--> statement-breakpoint
CREATE INDEX "budgets_first_day_idx" ON "budgets" USING btree ("org_id","first_day","id");--> statement-breakpoint
CREATE INDEX "contracts_name_idx" ON "contracts" USING btree ("org_id","name","id");--> statement-breakpoint
CREATE INDEX "skills_name_idx" ON "skills" USING btree ("org_id","name","id");--> statement-breakpoint
CREATE INDEX "shift_types_name_idx" ON "shift_types" USING btree ("org_id","name","id");--> statement-breakpoint
CREATE INDEX "sites_name_idx" ON "sites" USING btree ("org_id","name","id");--> statement-breakpoint
CREATE INDEX "rule_overrides_roster_idx" ON "rule_overrides" USING btree ("org_id","roster_id","created_at","id");