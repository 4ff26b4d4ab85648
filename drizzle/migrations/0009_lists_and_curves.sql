DROP INDEX "certifications_expires_idx";--> statement-breakpoint
ALTER TABLE "demand_curves" ADD COLUMN "shift_type_ids" uuid[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
CREATE INDEX "demand_curves_name_idx" ON "demand_curves" USING btree ("org_id","name","id");--> statement-breakpoint
CREATE INDEX "demand_patterns_from_idx" ON "demand_patterns" USING btree ("org_id","valid_from","id");--> statement-breakpoint
CREATE INDEX "certifications_from_idx" ON "certifications" USING btree ("org_id","valid_from","id");--> statement-breakpoint
CREATE INDEX "channels_name_idx" ON "channels" USING btree ("org_id","name","id");--> statement-breakpoint
CREATE INDEX "departments_name_idx" ON "departments" USING btree ("org_id","name","id");--> statement-breakpoint
CREATE INDEX "job_roles_name_idx" ON "job_roles" USING btree ("org_id","name","id");--> statement-breakpoint
CREATE INDEX "teams_name_idx" ON "teams" USING btree ("org_id","name","id");--> statement-breakpoint
CREATE INDEX "certifications_expires_idx" ON "certifications" USING btree ("org_id","expires_on","id");