ALTER TABLE "time_off_types" ADD COLUMN "weekdays" smallint[] DEFAULT '{1,2,3,4,5}' NOT NULL;--> statement-breakpoint
ALTER TABLE "time_off_types" ADD COLUMN "accrued_on" date;--> statement-breakpoint
CREATE INDEX "availability_recurring_idx" ON "availability" USING btree ("org_id","starts_at") WHERE rrule is not null;--> statement-breakpoint
CREATE INDEX "blackout_dates_from_idx" ON "blackout_dates" USING btree ("org_id","first_day","id");--> statement-breakpoint
CREATE INDEX "time_off_types_name_idx" ON "time_off_types" USING btree ("org_id","name","id");--> statement-breakpoint
ALTER TABLE "time_off_types" ADD CONSTRAINT "time_off_types_weekdays_check" CHECK (cardinality("time_off_types"."weekdays") between 1 and 7 and "time_off_types"."weekdays" <@ array[1,2,3,4,5,6,7]::smallint[]);