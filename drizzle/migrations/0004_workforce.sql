CREATE TABLE "blackout_dates" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"first_day" date NOT NULL,
	"last_day" date NOT NULL,
	"site_id" uuid,
	"department_id" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "blackout_dates_pkey" PRIMARY KEY("org_id","id"),
	CONSTRAINT "blackout_dates_days_check" CHECK ("blackout_dates"."last_day" >= "blackout_dates"."first_day")
);
--> statement-breakpoint
CREATE TABLE "time_off_balances" (
	"org_id" uuid NOT NULL,
	"employee_id" uuid NOT NULL,
	"type_id" uuid NOT NULL,
	"minutes" integer NOT NULL,
	"floor_minutes" integer,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "time_off_balances_pkey" PRIMARY KEY("org_id","employee_id","type_id"),
	CONSTRAINT "time_off_balances_floor_check" CHECK ("time_off_balances"."floor_minutes" is null or "time_off_balances"."minutes" >= "time_off_balances"."floor_minutes")
);
--> statement-breakpoint
CREATE TABLE "time_off_decisions" (
	"org_id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"level" smallint NOT NULL,
	"decision" text NOT NULL,
	"decided_by" uuid NOT NULL,
	"note" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "time_off_decisions_pkey" PRIMARY KEY("org_id","request_id","level"),
	CONSTRAINT "time_off_decisions_level_check" CHECK ("time_off_decisions"."level" between 1 and 2),
	CONSTRAINT "time_off_decisions_decision_check" CHECK ("time_off_decisions"."decision" in ('approved', 'rejected'))
);
--> statement-breakpoint
CREATE TABLE "time_off_ledger" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"employee_id" uuid NOT NULL,
	"type_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"minutes" integer NOT NULL,
	"effective_on" date NOT NULL,
	"request_id" uuid,
	"note" text,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "time_off_ledger_pkey" PRIMARY KEY("org_id","id"),
	CONSTRAINT "time_off_ledger_minutes_check" CHECK ("time_off_ledger"."minutes" <> 0),
	CONSTRAINT "time_off_ledger_kind_check" CHECK ("time_off_ledger"."kind" in ('opening', 'accrual', 'carry-over', 'expiry', 'adjustment', 'request', 'return'))
);
--> statement-breakpoint
CREATE TABLE "time_off_types" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"unit" text NOT NULL,
	"minutes_per_day" smallint DEFAULT 480 NOT NULL,
	"is_paid" boolean DEFAULT true NOT NULL,
	"has_balance" boolean DEFAULT true NOT NULL,
	"may_go_below_zero" boolean DEFAULT false NOT NULL,
	"accrual_minutes_per_month" integer DEFAULT 0 NOT NULL,
	"carry_over_minutes_max" integer,
	"approval_levels" smallint DEFAULT 1 NOT NULL,
	"notice_days_min" smallint DEFAULT 0 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp (3) with time zone,
	CONSTRAINT "time_off_types_pkey" PRIMARY KEY("org_id","id"),
	CONSTRAINT "time_off_types_unit_check" CHECK ("time_off_types"."unit" in ('days', 'hours')),
	CONSTRAINT "time_off_types_minutes_check" CHECK ("time_off_types"."minutes_per_day" between 1 and 1440),
	CONSTRAINT "time_off_types_accrual_check" CHECK ("time_off_types"."accrual_minutes_per_month" between 0 and 44640),
	CONSTRAINT "time_off_types_carry_over_check" CHECK ("time_off_types"."carry_over_minutes_max" >= 0),
	CONSTRAINT "time_off_types_levels_check" CHECK ("time_off_types"."approval_levels" between 0 and 2),
	CONSTRAINT "time_off_types_notice_check" CHECK ("time_off_types"."notice_days_min" between 0 and 365)
);
--> statement-breakpoint
CREATE TABLE "api_keys" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"prefix" text NOT NULL,
	"hash" text NOT NULL,
	"permissions" text[] NOT NULL,
	"site_ids" uuid[] DEFAULT '{}' NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"last_used_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	"replaced_by_id" uuid,
	"created_by" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "api_keys_pkey" PRIMARY KEY("org_id","id"),
	CONSTRAINT "api_keys_name_check" CHECK (length(btrim("api_keys"."name")) between 1 and 100)
);
--> statement-breakpoint
CREATE TABLE "member_scopes" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"department_id" uuid,
	"site_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "member_scopes_pkey" PRIMARY KEY("org_id","id"),
	CONSTRAINT "member_scopes_one_check" CHECK (("member_scopes"."department_id" is null) <> ("member_scopes"."site_id" is null))
);
--> statement-breakpoint
CREATE TABLE "clock_events" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"employee_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"source" text NOT NULL,
	"site_id" uuid,
	"latitude" double precision,
	"longitude" double precision,
	"accuracy_metres" integer,
	"address" text,
	"recorded_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "clock_events_pkey" PRIMARY KEY("org_id","id"),
	CONSTRAINT "clock_events_kind_check" CHECK ("clock_events"."kind" in ('in', 'out', 'break-start', 'break-end')),
	CONSTRAINT "clock_events_source_check" CHECK ("clock_events"."source" in ('web', 'kiosk', 'manager')),
	CONSTRAINT "clock_events_latitude_check" CHECK ("clock_events"."latitude" between -90 and 90),
	CONSTRAINT "clock_events_longitude_check" CHECK ("clock_events"."longitude" between -180 and 180)
);
--> statement-breakpoint
CREATE TABLE "pay_periods" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"first_day" date NOT NULL,
	"last_day" date NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "pay_periods_pkey" PRIMARY KEY("org_id","id"),
	CONSTRAINT "pay_periods_days_check" CHECK ("pay_periods"."last_day" >= "pay_periods"."first_day"),
	CONSTRAINT "pay_periods_state_check" CHECK ("pay_periods"."state" in ('open', 'closed', 'processing', 'final'))
);
--> statement-breakpoint
CREATE TABLE "time_corrections" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"employee_id" uuid NOT NULL,
	"entry_id" uuid,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"break_minutes" smallint DEFAULT 0 NOT NULL,
	"site_id" uuid,
	"reason" text NOT NULL,
	"state" text DEFAULT 'pending' NOT NULL,
	"requested_by" uuid NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp (3) with time zone,
	"note" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "time_corrections_pkey" PRIMARY KEY("org_id","id"),
	CONSTRAINT "time_corrections_span_check" CHECK ("time_corrections"."ends_at" > "time_corrections"."starts_at"),
	CONSTRAINT "time_corrections_break_check" CHECK ("time_corrections"."break_minutes" between 0 and 1440),
	CONSTRAINT "time_corrections_state_check" CHECK ("time_corrections"."state" in ('pending', 'approved', 'rejected', 'cancelled')),
	CONSTRAINT "time_corrections_reason_check" CHECK (length(btrim("time_corrections"."reason")) between 1 and 500)
);
--> statement-breakpoint
CREATE TABLE "time_entries" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"employee_id" uuid NOT NULL,
	"site_id" uuid,
	"shift_id" uuid,
	"day" date NOT NULL,
	"clocked_in_at" timestamp (3) with time zone NOT NULL,
	"clocked_out_at" timestamp (3) with time zone,
	"breaks" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone,
	"break_minutes" smallint DEFAULT 0 NOT NULL,
	"planned_minutes" smallint,
	"worked_minutes" smallint,
	"state" text NOT NULL,
	"is_late" boolean DEFAULT false NOT NULL,
	"left_early" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "time_entries_pkey" PRIMARY KEY("org_id","id"),
	CONSTRAINT "time_entries_state_check" CHECK ("time_entries"."state" in ('open', 'complete', 'missed-punch', 'corrected')),
	CONSTRAINT "time_entries_span_check" CHECK ("time_entries"."ends_at" > "time_entries"."starts_at" and "time_entries"."clocked_out_at" >= "time_entries"."clocked_in_at"),
	CONSTRAINT "time_entries_done_check" CHECK (("time_entries"."state" in ('complete', 'corrected')) = ("time_entries"."ends_at" is not null and "time_entries"."worked_minutes" is not null)),
	CONSTRAINT "time_entries_minutes_check" CHECK ("time_entries"."break_minutes" >= 0 and coalesce("time_entries"."worked_minutes", 0) >= 0)
);
--> statement-breakpoint
CREATE TABLE "timesheets" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"employee_id" uuid NOT NULL,
	"pay_period_id" uuid NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"worked_minutes" integer DEFAULT 0 NOT NULL,
	"planned_minutes" integer DEFAULT 0 NOT NULL,
	"cost_minor" integer,
	"note" text,
	"decided_by" uuid,
	"decided_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "timesheets_pkey" PRIMARY KEY("org_id","id"),
	CONSTRAINT "timesheets_state_check" CHECK ("timesheets"."state" in ('open', 'submitted', 'approved', 'rejected')),
	CONSTRAINT "timesheets_minutes_check" CHECK ("timesheets"."worked_minutes" >= 0 and "timesheets"."planned_minutes" >= 0)
);
--> statement-breakpoint
CREATE TABLE "demand_curves" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"site_id" uuid NOT NULL,
	"name" text NOT NULL,
	"weekday" smallint,
	"day" date,
	"interval_minutes" smallint NOT NULL,
	"heads" smallint[] NOT NULL,
	"skills" jsonb DEFAULT '{"allOf":[],"anyOf":[]}'::jsonb NOT NULL,
	"skills_key" text GENERATED ALWAYS AS (md5(skills::text)) STORED NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "demand_curves_pkey" PRIMARY KEY("org_id","id"),
	CONSTRAINT "demand_curves_key" UNIQUE NULLS NOT DISTINCT("org_id","site_id","skills_key","weekday","day"),
	CONSTRAINT "demand_curves_when_check" CHECK (("demand_curves"."weekday" is null) <> ("demand_curves"."day" is null) and coalesce("demand_curves"."weekday", 1) between 1 and 7),
	CONSTRAINT "demand_curves_heads_check" CHECK ("demand_curves"."interval_minutes" in (15, 30, 60) and cardinality("demand_curves"."heads") = 1440 / "demand_curves"."interval_minutes" and 0 <= all ("demand_curves"."heads"))
);
--> statement-breakpoint
CREATE TABLE "demand_patterns" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"site_id" uuid NOT NULL,
	"shift_type_id" uuid NOT NULL,
	"weekdays" smallint[] NOT NULL,
	"valid_from" date NOT NULL,
	"valid_until" date,
	"on_holidays" boolean DEFAULT true NOT NULL,
	"heads_min" smallint NOT NULL,
	"heads_target" smallint,
	"heads_max" smallint,
	"priority" smallint DEFAULT 1 NOT NULL,
	"skills" jsonb DEFAULT '{"allOf":[],"anyOf":[]}'::jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "demand_patterns_pkey" PRIMARY KEY("org_id","id"),
	CONSTRAINT "demand_patterns_weekdays_check" CHECK (cardinality("demand_patterns"."weekdays") between 1 and 7 and "demand_patterns"."weekdays" <@ array[1,2,3,4,5,6,7]::smallint[]),
	CONSTRAINT "demand_patterns_dates_check" CHECK ("demand_patterns"."valid_until" >= "demand_patterns"."valid_from"),
	CONSTRAINT "demand_patterns_heads_check" CHECK ("demand_patterns"."heads_min" >= 0 and coalesce("demand_patterns"."heads_target", "demand_patterns"."heads_min") >= "demand_patterns"."heads_min" and coalesce("demand_patterns"."heads_max", 32767) >= coalesce("demand_patterns"."heads_target", "demand_patterns"."heads_min")),
	CONSTRAINT "demand_patterns_priority_check" CHECK ("demand_patterns"."priority" between 1 and 100)
);
--> statement-breakpoint
CREATE TABLE "absences" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"employee_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"note" text,
	"reported_by" uuid NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "absences_pkey" PRIMARY KEY("org_id","id"),
	CONSTRAINT "absences_span_check" CHECK ("absences"."ends_at" > "absences"."starts_at"),
	CONSTRAINT "absences_kind_check" CHECK ("absences"."kind" in ('sick', 'child-sick', 'emergency', 'no-show'))
);
--> statement-breakpoint
CREATE TABLE "open_shifts" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"shift_id" uuid NOT NULL,
	"heads" smallint NOT NULL,
	"heads_taken" smallint DEFAULT 0 NOT NULL,
	"mode" text NOT NULL,
	"closes_at" timestamp (3) with time zone NOT NULL,
	"part_from" timestamp (3) with time zone,
	"part_until" timestamp (3) with time zone,
	"state" text DEFAULT 'open' NOT NULL,
	"message" text,
	"absence_id" uuid,
	"created_by" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "open_shifts_pkey" PRIMARY KEY("org_id","id"),
	CONSTRAINT "open_shifts_heads_check" CHECK ("open_shifts"."heads" >= 1 and "open_shifts"."heads_taken" between 0 and "open_shifts"."heads"),
	CONSTRAINT "open_shifts_mode_check" CHECK ("open_shifts"."mode" in ('first-come', 'bids')),
	CONSTRAINT "open_shifts_state_check" CHECK ("open_shifts"."state" in ('open', 'filled', 'closed', 'withdrawn')),
	CONSTRAINT "open_shifts_part_check" CHECK (("open_shifts"."part_from" is null) = ("open_shifts"."part_until" is null) and coalesce("open_shifts"."part_until" > "open_shifts"."part_from", true))
);
--> statement-breakpoint
CREATE TABLE "shift_claims" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"open_shift_id" uuid NOT NULL,
	"employee_id" uuid NOT NULL,
	"state" text NOT NULL,
	"reason" text,
	"cost" integer,
	"assignment_id" uuid,
	"decided_by" uuid,
	"decided_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "shift_claims_pkey" PRIMARY KEY("org_id","id"),
	CONSTRAINT "shift_claims_state_check" CHECK ("shift_claims"."state" in ('offered', 'pending', 'accepted', 'rejected', 'withdrawn', 'declined', 'lost'))
);
--> statement-breakpoint
CREATE TABLE "swap_requests" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"from_employee_id" uuid NOT NULL,
	"from_assignment_id" uuid,
	"to_employee_id" uuid,
	"to_assignment_id" uuid,
	"part_from" timestamp (3) with time zone,
	"part_until" timestamp (3) with time zone,
	"state" text DEFAULT 'proposed' NOT NULL,
	"message" text,
	"reason" text,
	"decided_by" uuid,
	"decided_at" timestamp (3) with time zone,
	"created_by" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "swap_requests_pkey" PRIMARY KEY("org_id","id"),
	CONSTRAINT "swap_requests_kind_check" CHECK ("swap_requests"."kind" in ('swap', 'offer', 'give-up')),
	CONSTRAINT "swap_requests_state_check" CHECK ("swap_requests"."state" in ('proposed', 'agreed', 'done', 'declined', 'rejected', 'cancelled', 'ended')),
	CONSTRAINT "swap_requests_people_check" CHECK ("swap_requests"."to_employee_id" is distinct from "swap_requests"."from_employee_id"),
	CONSTRAINT "swap_requests_part_check" CHECK (("swap_requests"."part_from" is null) = ("swap_requests"."part_until" is null) and coalesce("swap_requests"."part_until" > "swap_requests"."part_from", true))
);
--> statement-breakpoint
CREATE TABLE "budgets" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"site_id" uuid,
	"first_day" date NOT NULL,
	"last_day" date NOT NULL,
	"amount_minor" bigint NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "budgets_pkey" PRIMARY KEY("org_id","id"),
	CONSTRAINT "budgets_days_check" CHECK ("budgets"."last_day" >= "budgets"."first_day"),
	CONSTRAINT "budgets_amount_check" CHECK ("budgets"."amount_minor" between 0 and 9007199254740991)
);
--> statement-breakpoint
CREATE TABLE "notification_preferences" (
	"org_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"muted_kinds" text[] DEFAULT '{}' NOT NULL,
	"email" boolean DEFAULT true NOT NULL,
	"digest" boolean DEFAULT false NOT NULL,
	"quiet_from_hour" smallint DEFAULT 0 NOT NULL,
	"quiet_until_hour" smallint DEFAULT 0 NOT NULL,
	"remind_minutes_before" smallint DEFAULT 720,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "notification_preferences_pkey" PRIMARY KEY("org_id","user_id"),
	CONSTRAINT "notification_preferences_hours_check" CHECK ("notification_preferences"."quiet_from_hour" between 0 and 23 and "notification_preferences"."quiet_until_hour" between 0 and 23),
	CONSTRAINT "notification_preferences_remind_check" CHECK ("notification_preferences"."remind_minutes_before" between 15 and 10080)
);
--> statement-breakpoint
CREATE TABLE "notifications" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"data" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"once_key" text,
	"read_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "notifications_pkey" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "certifications" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"employee_id" uuid NOT NULL,
	"skill_id" uuid NOT NULL,
	"number" text,
	"issuer" text,
	"issued_on" date,
	"valid_from" date NOT NULL,
	"expires_on" date,
	"state" text NOT NULL,
	"renews_id" uuid,
	"note" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "certifications_pkey" PRIMARY KEY("org_id","id"),
	CONSTRAINT "certifications_state_check" CHECK ("certifications"."state" in ('pending', 'active', 'revoked', 'renewal-pending')),
	CONSTRAINT "certifications_dates_check" CHECK ("certifications"."expires_on" >= "certifications"."valid_from")
);
--> statement-breakpoint
CREATE TABLE "employee_channels" (
	"org_id" uuid NOT NULL,
	"employee_id" uuid NOT NULL,
	"channel_id" uuid NOT NULL,
	CONSTRAINT "employee_channels_pkey" PRIMARY KEY("org_id","employee_id","channel_id")
);
--> statement-breakpoint
CREATE TABLE "holidays" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"site_id" uuid,
	"day" date NOT NULL,
	"name" text NOT NULL,
	"source" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "holidays_pkey" PRIMARY KEY("org_id","id"),
	CONSTRAINT "holidays_day_key" UNIQUE NULLS NOT DISTINCT("org_id","day","site_id"),
	CONSTRAINT "holidays_source_check" CHECK ("holidays"."source" in ('calendar', 'manual'))
);
--> statement-breakpoint
CREATE TABLE "site_travel" (
	"org_id" uuid NOT NULL,
	"from_site_id" uuid NOT NULL,
	"to_site_id" uuid NOT NULL,
	"minutes" smallint NOT NULL,
	"metres" integer,
	CONSTRAINT "site_travel_pkey" PRIMARY KEY("org_id","from_site_id","to_site_id"),
	CONSTRAINT "site_travel_minutes_check" CHECK ("site_travel"."minutes" between 0 and 1440 and "site_travel"."metres" >= 0),
	CONSTRAINT "site_travel_self_check" CHECK ("site_travel"."from_site_id" <> "site_travel"."to_site_id")
);
--> statement-breakpoint
CREATE TABLE "roster_acknowledgements" (
	"org_id" uuid NOT NULL,
	"roster_id" uuid NOT NULL,
	"employee_id" uuid NOT NULL,
	"version_number" integer NOT NULL,
	"acknowledged_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "roster_acknowledgements_pkey" PRIMARY KEY("org_id","roster_id","employee_id")
);
--> statement-breakpoint
CREATE TABLE "roster_templates" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"days" smallint NOT NULL,
	"content" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "roster_templates_pkey" PRIMARY KEY("org_id","id"),
	CONSTRAINT "roster_templates_days_check" CHECK ("roster_templates"."days" between 1 and 366)
);
--> statement-breakpoint
CREATE TABLE "roster_versions" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"roster_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"cause" text NOT NULL,
	"note" text,
	"snapshot" jsonb NOT NULL,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "roster_versions_pkey" PRIMARY KEY("org_id","id"),
	CONSTRAINT "roster_versions_cause_check" CHECK ("roster_versions"."cause" in ('published', 'unpublished', 'accepted-run', 'restored', 'kept'))
);
--> statement-breakpoint
CREATE TABLE "rotations" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"cycle" jsonb NOT NULL,
	"members" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"anchor_day" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "rotations_pkey" PRIMARY KEY("org_id","id"),
	CONSTRAINT "rotations_cycle_check" CHECK (jsonb_array_length("rotations"."cycle") between 1 and 366),
	CONSTRAINT "rotations_anchor_check" CHECK ("rotations"."anchor_day" ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$')
);
--> statement-breakpoint
CREATE TABLE "rule_overrides" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"roster_id" uuid NOT NULL,
	"rule_id" text NOT NULL,
	"employee_id" uuid,
	"shift_id" uuid,
	"reason" text NOT NULL,
	"breach" jsonb NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "rule_overrides_pkey" PRIMARY KEY("org_id","id"),
	CONSTRAINT "rule_overrides_reason_check" CHECK (length(btrim("rule_overrides"."reason")) between 1 and 500)
);
--> statement-breakpoint
CREATE TABLE "channels" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp (3) with time zone,
	CONSTRAINT "channels_pkey" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "departments" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"parent_id" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp (3) with time zone,
	CONSTRAINT "departments_pkey" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "job_roles" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp (3) with time zone,
	CONSTRAINT "job_roles_pkey" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "teams" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"department_id" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp (3) with time zone,
	CONSTRAINT "teams_pkey" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
ALTER TABLE "availability" DROP CONSTRAINT "availability_kind_check";--> statement-breakpoint
ALTER TABLE "employee_skills" DROP CONSTRAINT "employee_skills_level_check";--> statement-breakpoint
ALTER TABLE "availability" ADD COLUMN "rrule" text;--> statement-breakpoint
ALTER TABLE "availability" ADD COLUMN "zone" text;--> statement-breakpoint
ALTER TABLE "availability" ADD COLUMN "exceptions" timestamp (3) with time zone[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "time_off_requests" ADD COLUMN "type_id" uuid;--> statement-breakpoint
ALTER TABLE "time_off_requests" ADD COLUMN "minutes" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "time_off_requests" ADD COLUMN "requested_by" uuid;--> statement-breakpoint
ALTER TABLE "audit_log" ADD COLUMN "before" jsonb;--> statement-breakpoint
ALTER TABLE "audit_log" ADD COLUMN "after" jsonb;--> statement-breakpoint
ALTER TABLE "audit_log" ADD COLUMN "address" text;--> statement-breakpoint
ALTER TABLE "audit_log" ADD COLUMN "api_key_id" uuid;--> statement-breakpoint
ALTER TABLE "organisation_settings" ADD COLUMN "currency" char(3) DEFAULT 'EUR' NOT NULL;--> statement-breakpoint
ALTER TABLE "organisation_settings" ADD COLUMN "tier" text DEFAULT 'standard' NOT NULL;--> statement-breakpoint
ALTER TABLE "organisation_settings" ADD COLUMN "attendance" jsonb DEFAULT '{"graceMinutes":5,"roundingMinutes":1,"missedAfterMinutes":120,"addresses":[]}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "organisation_settings" ADD COLUMN "exchange" jsonb DEFAULT '{"claims":"automatic","swaps":"approval","offers":"approval","closesMinutesBefore":0}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "contracts" ADD COLUMN "preset_id" text;--> statement-breakpoint
ALTER TABLE "employees" ADD COLUMN "user_id" uuid;--> statement-breakpoint
ALTER TABLE "employees" ADD COLUMN "private_email" text;--> statement-breakpoint
ALTER TABLE "employees" ADD COLUMN "work_phone" text;--> statement-breakpoint
ALTER TABLE "employees" ADD COLUMN "private_phone" text;--> statement-breakpoint
ALTER TABLE "employees" ADD COLUMN "designation" text;--> statement-breakpoint
ALTER TABLE "employees" ADD COLUMN "supervisor_id" uuid;--> statement-breakpoint
ALTER TABLE "employees" ADD COLUMN "mentor_id" uuid;--> statement-breakpoint
ALTER TABLE "employees" ADD COLUMN "manager_id" uuid;--> statement-breakpoint
ALTER TABLE "employees" ADD COLUMN "department_id" uuid;--> statement-breakpoint
ALTER TABLE "employees" ADD COLUMN "team_id" uuid;--> statement-breakpoint
ALTER TABLE "employees" ADD COLUMN "job_role_id" uuid;--> statement-breakpoint
ALTER TABLE "employees" ADD COLUMN "country" char(2);--> statement-breakpoint
ALTER TABLE "employees" ADD COLUMN "office_site_id" uuid;--> statement-breakpoint
ALTER TABLE "employees" ADD COLUMN "zone" text;--> statement-breakpoint
ALTER TABLE "employees" ADD COLUMN "external_ids" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "employees" ADD COLUMN "state" text DEFAULT 'active' NOT NULL;--> statement-breakpoint
ALTER TABLE "employees" ADD COLUMN "pin_hash" text;--> statement-breakpoint
ALTER TABLE "employees" ADD COLUMN "erased_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "skills" ADD COLUMN "category" text;--> statement-breakpoint
ALTER TABLE "skills" ADD COLUMN "needs_certification" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "shift_types" ADD COLUMN "breaks" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "shift_types" ADD COLUMN "premium_percent" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "sites" ADD COLUMN "address" text;--> statement-breakpoint
ALTER TABLE "sites" ADD COLUMN "country" char(2);--> statement-breakpoint
ALTER TABLE "sites" ADD COLUMN "region" text;--> statement-breakpoint
ALTER TABLE "sites" ADD COLUMN "geofence_metres" integer;--> statement-breakpoint
ALTER TABLE "rosters" ADD COLUMN "publish_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "rosters" ADD COLUMN "publish_message" text;--> statement-breakpoint
ALTER TABLE "rosters" ADD COLUMN "publish_by" uuid;--> statement-breakpoint
ALTER TABLE "shifts" ADD COLUMN "note" text;--> statement-breakpoint
ALTER TABLE "blackout_dates" ADD CONSTRAINT "blackout_dates_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "blackout_dates" ADD CONSTRAINT "blackout_dates_site_fkey" FOREIGN KEY ("org_id","site_id") REFERENCES "public"."sites"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "blackout_dates" ADD CONSTRAINT "blackout_dates_department_fkey" FOREIGN KEY ("org_id","department_id") REFERENCES "public"."departments"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "time_off_balances" ADD CONSTRAINT "time_off_balances_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "time_off_balances" ADD CONSTRAINT "time_off_balances_employee_fkey" FOREIGN KEY ("org_id","employee_id") REFERENCES "public"."employees"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "time_off_balances" ADD CONSTRAINT "time_off_balances_type_fkey" FOREIGN KEY ("org_id","type_id") REFERENCES "public"."time_off_types"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "time_off_decisions" ADD CONSTRAINT "time_off_decisions_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "time_off_decisions" ADD CONSTRAINT "time_off_decisions_request_fkey" FOREIGN KEY ("org_id","request_id") REFERENCES "public"."time_off_requests"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "time_off_ledger" ADD CONSTRAINT "time_off_ledger_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "time_off_ledger" ADD CONSTRAINT "time_off_ledger_employee_fkey" FOREIGN KEY ("org_id","employee_id") REFERENCES "public"."employees"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "time_off_ledger" ADD CONSTRAINT "time_off_ledger_type_fkey" FOREIGN KEY ("org_id","type_id") REFERENCES "public"."time_off_types"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "time_off_ledger" ADD CONSTRAINT "time_off_ledger_request_fkey" FOREIGN KEY ("org_id","request_id") REFERENCES "public"."time_off_requests"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "time_off_types" ADD CONSTRAINT "time_off_types_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_scopes" ADD CONSTRAINT "member_scopes_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_scopes" ADD CONSTRAINT "member_scopes_department_fkey" FOREIGN KEY ("org_id","department_id") REFERENCES "public"."departments"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_scopes" ADD CONSTRAINT "member_scopes_site_fkey" FOREIGN KEY ("org_id","site_id") REFERENCES "public"."sites"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clock_events" ADD CONSTRAINT "clock_events_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clock_events" ADD CONSTRAINT "clock_events_employee_fkey" FOREIGN KEY ("org_id","employee_id") REFERENCES "public"."employees"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clock_events" ADD CONSTRAINT "clock_events_site_fkey" FOREIGN KEY ("org_id","site_id") REFERENCES "public"."sites"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pay_periods" ADD CONSTRAINT "pay_periods_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "time_corrections" ADD CONSTRAINT "time_corrections_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "time_corrections" ADD CONSTRAINT "time_corrections_employee_fkey" FOREIGN KEY ("org_id","employee_id") REFERENCES "public"."employees"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "time_corrections" ADD CONSTRAINT "time_corrections_entry_fkey" FOREIGN KEY ("org_id","entry_id") REFERENCES "public"."time_entries"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "time_corrections" ADD CONSTRAINT "time_corrections_site_fkey" FOREIGN KEY ("org_id","site_id") REFERENCES "public"."sites"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "time_entries" ADD CONSTRAINT "time_entries_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "time_entries" ADD CONSTRAINT "time_entries_employee_fkey" FOREIGN KEY ("org_id","employee_id") REFERENCES "public"."employees"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "time_entries" ADD CONSTRAINT "time_entries_site_fkey" FOREIGN KEY ("org_id","site_id") REFERENCES "public"."sites"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "timesheets" ADD CONSTRAINT "timesheets_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "timesheets" ADD CONSTRAINT "timesheets_employee_fkey" FOREIGN KEY ("org_id","employee_id") REFERENCES "public"."employees"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "timesheets" ADD CONSTRAINT "timesheets_period_fkey" FOREIGN KEY ("org_id","pay_period_id") REFERENCES "public"."pay_periods"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "demand_curves" ADD CONSTRAINT "demand_curves_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "demand_curves" ADD CONSTRAINT "demand_curves_site_fkey" FOREIGN KEY ("org_id","site_id") REFERENCES "public"."sites"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "demand_patterns" ADD CONSTRAINT "demand_patterns_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "demand_patterns" ADD CONSTRAINT "demand_patterns_site_fkey" FOREIGN KEY ("org_id","site_id") REFERENCES "public"."sites"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "demand_patterns" ADD CONSTRAINT "demand_patterns_shift_type_fkey" FOREIGN KEY ("org_id","shift_type_id") REFERENCES "public"."shift_types"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "absences" ADD CONSTRAINT "absences_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "absences" ADD CONSTRAINT "absences_employee_fkey" FOREIGN KEY ("org_id","employee_id") REFERENCES "public"."employees"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "open_shifts" ADD CONSTRAINT "open_shifts_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "open_shifts" ADD CONSTRAINT "open_shifts_shift_fkey" FOREIGN KEY ("org_id","shift_id") REFERENCES "public"."shifts"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "open_shifts" ADD CONSTRAINT "open_shifts_absence_fkey" FOREIGN KEY ("org_id","absence_id") REFERENCES "public"."absences"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shift_claims" ADD CONSTRAINT "shift_claims_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shift_claims" ADD CONSTRAINT "shift_claims_open_shift_fkey" FOREIGN KEY ("org_id","open_shift_id") REFERENCES "public"."open_shifts"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shift_claims" ADD CONSTRAINT "shift_claims_employee_fkey" FOREIGN KEY ("org_id","employee_id") REFERENCES "public"."employees"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "swap_requests" ADD CONSTRAINT "swap_requests_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "swap_requests" ADD CONSTRAINT "swap_requests_from_employee_fkey" FOREIGN KEY ("org_id","from_employee_id") REFERENCES "public"."employees"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "swap_requests" ADD CONSTRAINT "swap_requests_to_employee_fkey" FOREIGN KEY ("org_id","to_employee_id") REFERENCES "public"."employees"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "budgets" ADD CONSTRAINT "budgets_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "budgets" ADD CONSTRAINT "budgets_site_fkey" FOREIGN KEY ("org_id","site_id") REFERENCES "public"."sites"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification_preferences" ADD CONSTRAINT "notification_preferences_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certifications" ADD CONSTRAINT "certifications_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certifications" ADD CONSTRAINT "certifications_employee_fkey" FOREIGN KEY ("org_id","employee_id") REFERENCES "public"."employees"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certifications" ADD CONSTRAINT "certifications_skill_fkey" FOREIGN KEY ("org_id","skill_id") REFERENCES "public"."skills"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certifications" ADD CONSTRAINT "certifications_renews_fkey" FOREIGN KEY ("org_id","renews_id") REFERENCES "public"."certifications"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "employee_channels" ADD CONSTRAINT "employee_channels_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "employee_channels" ADD CONSTRAINT "employee_channels_employee_fkey" FOREIGN KEY ("org_id","employee_id") REFERENCES "public"."employees"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "employee_channels" ADD CONSTRAINT "employee_channels_channel_fkey" FOREIGN KEY ("org_id","channel_id") REFERENCES "public"."channels"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "holidays" ADD CONSTRAINT "holidays_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "holidays" ADD CONSTRAINT "holidays_site_fkey" FOREIGN KEY ("org_id","site_id") REFERENCES "public"."sites"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site_travel" ADD CONSTRAINT "site_travel_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site_travel" ADD CONSTRAINT "site_travel_from_fkey" FOREIGN KEY ("org_id","from_site_id") REFERENCES "public"."sites"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site_travel" ADD CONSTRAINT "site_travel_to_fkey" FOREIGN KEY ("org_id","to_site_id") REFERENCES "public"."sites"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roster_acknowledgements" ADD CONSTRAINT "roster_acknowledgements_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roster_acknowledgements" ADD CONSTRAINT "roster_acknowledgements_roster_fkey" FOREIGN KEY ("org_id","roster_id") REFERENCES "public"."rosters"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roster_acknowledgements" ADD CONSTRAINT "roster_acknowledgements_employee_fkey" FOREIGN KEY ("org_id","employee_id") REFERENCES "public"."employees"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roster_templates" ADD CONSTRAINT "roster_templates_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roster_versions" ADD CONSTRAINT "roster_versions_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roster_versions" ADD CONSTRAINT "roster_versions_roster_fkey" FOREIGN KEY ("org_id","roster_id") REFERENCES "public"."rosters"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rotations" ADD CONSTRAINT "rotations_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rule_overrides" ADD CONSTRAINT "rule_overrides_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rule_overrides" ADD CONSTRAINT "rule_overrides_roster_fkey" FOREIGN KEY ("org_id","roster_id") REFERENCES "public"."rosters"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rule_overrides" ADD CONSTRAINT "rule_overrides_employee_fkey" FOREIGN KEY ("org_id","employee_id") REFERENCES "public"."employees"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "channels" ADD CONSTRAINT "channels_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "departments" ADD CONSTRAINT "departments_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "departments" ADD CONSTRAINT "departments_parent_fkey" FOREIGN KEY ("org_id","parent_id") REFERENCES "public"."departments"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_roles" ADD CONSTRAINT "job_roles_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "teams" ADD CONSTRAINT "teams_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "teams" ADD CONSTRAINT "teams_department_fkey" FOREIGN KEY ("org_id","department_id") REFERENCES "public"."departments"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "blackout_dates_span_idx" ON "blackout_dates" USING btree ("org_id","first_day","last_day");--> statement-breakpoint
CREATE INDEX "blackout_dates_site_idx" ON "blackout_dates" USING btree ("org_id","site_id");--> statement-breakpoint
CREATE INDEX "blackout_dates_department_idx" ON "blackout_dates" USING btree ("org_id","department_id");--> statement-breakpoint
CREATE INDEX "time_off_balances_type_idx" ON "time_off_balances" USING btree ("org_id","type_id");--> statement-breakpoint
CREATE UNIQUE INDEX "time_off_ledger_period_key" ON "time_off_ledger" USING btree ("org_id","employee_id","type_id","kind","effective_on") WHERE kind in ('accrual', 'carry-over', 'expiry');--> statement-breakpoint
CREATE INDEX "time_off_ledger_employee_idx" ON "time_off_ledger" USING btree ("org_id","employee_id","type_id","effective_on");--> statement-breakpoint
CREATE INDEX "time_off_ledger_type_idx" ON "time_off_ledger" USING btree ("org_id","type_id");--> statement-breakpoint
CREATE INDEX "time_off_ledger_request_idx" ON "time_off_ledger" USING btree ("org_id","request_id");--> statement-breakpoint
CREATE UNIQUE INDEX "time_off_types_code_key" ON "time_off_types" USING btree ("org_id","code") WHERE deleted_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "api_keys_hash_key" ON "api_keys" USING btree ("hash");--> statement-breakpoint
CREATE INDEX "api_keys_org_idx" ON "api_keys" USING btree ("org_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "member_scopes_department_key" ON "member_scopes" USING btree ("org_id","user_id","department_id") WHERE department_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "member_scopes_site_key" ON "member_scopes" USING btree ("org_id","user_id","site_id") WHERE site_id is not null;--> statement-breakpoint
CREATE INDEX "member_scopes_department_idx" ON "member_scopes" USING btree ("org_id","department_id");--> statement-breakpoint
CREATE INDEX "member_scopes_site_idx" ON "member_scopes" USING btree ("org_id","site_id");--> statement-breakpoint
CREATE INDEX "clock_events_employee_idx" ON "clock_events" USING btree ("org_id","employee_id","at");--> statement-breakpoint
CREATE INDEX "clock_events_site_idx" ON "clock_events" USING btree ("org_id","site_id");--> statement-breakpoint
CREATE INDEX "pay_periods_span_idx" ON "pay_periods" USING btree ("org_id","first_day");--> statement-breakpoint
CREATE UNIQUE INDEX "time_corrections_live_key" ON "time_corrections" USING btree ("org_id","entry_id") WHERE state = 'pending';--> statement-breakpoint
CREATE INDEX "time_corrections_employee_idx" ON "time_corrections" USING btree ("org_id","employee_id","created_at");--> statement-breakpoint
CREATE INDEX "time_corrections_state_idx" ON "time_corrections" USING btree ("org_id","state","created_at");--> statement-breakpoint
CREATE INDEX "time_corrections_entry_idx" ON "time_corrections" USING btree ("org_id","entry_id");--> statement-breakpoint
CREATE INDEX "time_corrections_site_idx" ON "time_corrections" USING btree ("org_id","site_id");--> statement-breakpoint
CREATE UNIQUE INDEX "time_entries_open_key" ON "time_entries" USING btree ("org_id","employee_id") WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "time_entries_employee_idx" ON "time_entries" USING btree ("org_id","employee_id","day");--> statement-breakpoint
CREATE INDEX "time_entries_day_idx" ON "time_entries" USING btree ("org_id","day");--> statement-breakpoint
CREATE INDEX "time_entries_site_idx" ON "time_entries" USING btree ("org_id","site_id");--> statement-breakpoint
CREATE INDEX "time_entries_shift_idx" ON "time_entries" USING btree ("org_id","shift_id");--> statement-breakpoint
CREATE INDEX "time_entries_open_idx" ON "time_entries" USING btree ("clocked_in_at") WHERE state = 'open';--> statement-breakpoint
CREATE UNIQUE INDEX "timesheets_person_key" ON "timesheets" USING btree ("org_id","employee_id","pay_period_id");--> statement-breakpoint
CREATE INDEX "timesheets_period_idx" ON "timesheets" USING btree ("org_id","pay_period_id","state");--> statement-breakpoint
CREATE INDEX "demand_patterns_site_idx" ON "demand_patterns" USING btree ("org_id","site_id","valid_from");--> statement-breakpoint
CREATE INDEX "demand_patterns_shift_type_idx" ON "demand_patterns" USING btree ("org_id","shift_type_id");--> statement-breakpoint
CREATE INDEX "absences_employee_idx" ON "absences" USING btree ("org_id","employee_id","starts_at");--> statement-breakpoint
CREATE INDEX "absences_span_idx" ON "absences" USING btree ("org_id","starts_at","ends_at");--> statement-breakpoint
CREATE UNIQUE INDEX "open_shifts_shift_key" ON "open_shifts" USING btree ("org_id","shift_id") WHERE state = 'open' and part_from is null;--> statement-breakpoint
CREATE INDEX "open_shifts_shift_idx" ON "open_shifts" USING btree ("org_id","shift_id");--> statement-breakpoint
CREATE INDEX "open_shifts_state_idx" ON "open_shifts" USING btree ("org_id","state","closes_at");--> statement-breakpoint
CREATE INDEX "open_shifts_due_idx" ON "open_shifts" USING btree ("closes_at") WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "open_shifts_absence_idx" ON "open_shifts" USING btree ("org_id","absence_id");--> statement-breakpoint
CREATE UNIQUE INDEX "shift_claims_live_key" ON "shift_claims" USING btree ("org_id","open_shift_id","employee_id") WHERE state in ('offered', 'pending', 'accepted');--> statement-breakpoint
CREATE INDEX "shift_claims_employee_idx" ON "shift_claims" USING btree ("org_id","employee_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "swap_requests_live_key" ON "swap_requests" USING btree ("org_id","from_assignment_id") WHERE state in ('proposed', 'agreed');--> statement-breakpoint
CREATE INDEX "swap_requests_from_idx" ON "swap_requests" USING btree ("org_id","from_employee_id","created_at");--> statement-breakpoint
CREATE INDEX "swap_requests_to_idx" ON "swap_requests" USING btree ("org_id","to_employee_id","created_at");--> statement-breakpoint
CREATE INDEX "swap_requests_state_idx" ON "swap_requests" USING btree ("org_id","state","created_at");--> statement-breakpoint
CREATE INDEX "swap_requests_to_assignment_idx" ON "swap_requests" USING btree ("org_id","to_assignment_id");--> statement-breakpoint
CREATE INDEX "budgets_site_idx" ON "budgets" USING btree ("org_id","site_id","first_day");--> statement-breakpoint
CREATE UNIQUE INDEX "notifications_once_key" ON "notifications" USING btree ("org_id","user_id","once_key");--> statement-breakpoint
CREATE INDEX "notifications_user_idx" ON "notifications" USING btree ("org_id","user_id","created_at");--> statement-breakpoint
CREATE INDEX "notifications_unread_idx" ON "notifications" USING btree ("org_id","user_id") WHERE read_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "certifications_number_key" ON "certifications" USING btree ("org_id","skill_id","issuer","number");--> statement-breakpoint
CREATE INDEX "certifications_employee_idx" ON "certifications" USING btree ("org_id","employee_id");--> statement-breakpoint
CREATE INDEX "certifications_skill_idx" ON "certifications" USING btree ("org_id","skill_id");--> statement-breakpoint
CREATE INDEX "certifications_renews_idx" ON "certifications" USING btree ("org_id","renews_id");--> statement-breakpoint
CREATE INDEX "certifications_expires_idx" ON "certifications" USING btree ("org_id","expires_on");--> statement-breakpoint
CREATE INDEX "employee_channels_channel_idx" ON "employee_channels" USING btree ("org_id","channel_id");--> statement-breakpoint
CREATE INDEX "holidays_site_idx" ON "holidays" USING btree ("org_id","site_id");--> statement-breakpoint
CREATE INDEX "site_travel_to_idx" ON "site_travel" USING btree ("org_id","to_site_id");--> statement-breakpoint
CREATE INDEX "roster_acknowledgements_employee_idx" ON "roster_acknowledgements" USING btree ("org_id","employee_id");--> statement-breakpoint
CREATE UNIQUE INDEX "roster_templates_name_key" ON "roster_templates" USING btree ("org_id","name");--> statement-breakpoint
CREATE UNIQUE INDEX "roster_versions_number_key" ON "roster_versions" USING btree ("org_id","roster_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "rotations_name_key" ON "rotations" USING btree ("org_id","name");--> statement-breakpoint
CREATE INDEX "rule_overrides_roster_idx" ON "rule_overrides" USING btree ("org_id","roster_id");--> statement-breakpoint
CREATE INDEX "rule_overrides_employee_idx" ON "rule_overrides" USING btree ("org_id","employee_id");--> statement-breakpoint
CREATE UNIQUE INDEX "channels_code_key" ON "channels" USING btree ("org_id","code") WHERE deleted_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "departments_code_key" ON "departments" USING btree ("org_id","code") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "departments_parent_idx" ON "departments" USING btree ("org_id","parent_id");--> statement-breakpoint
CREATE UNIQUE INDEX "job_roles_code_key" ON "job_roles" USING btree ("org_id","code") WHERE deleted_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "teams_code_key" ON "teams" USING btree ("org_id","code") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "teams_department_idx" ON "teams" USING btree ("org_id","department_id");--> statement-breakpoint
ALTER TABLE "time_off_requests" ADD CONSTRAINT "time_off_requests_type_fkey" FOREIGN KEY ("org_id","type_id") REFERENCES "public"."time_off_types"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "employees" ADD CONSTRAINT "employees_department_fkey" FOREIGN KEY ("org_id","department_id") REFERENCES "public"."departments"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "employees" ADD CONSTRAINT "employees_team_fkey" FOREIGN KEY ("org_id","team_id") REFERENCES "public"."teams"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "employees" ADD CONSTRAINT "employees_job_role_fkey" FOREIGN KEY ("org_id","job_role_id") REFERENCES "public"."job_roles"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "employees" ADD CONSTRAINT "employees_office_fkey" FOREIGN KEY ("org_id","office_site_id") REFERENCES "public"."sites"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "employees" ADD CONSTRAINT "employees_supervisor_fkey" FOREIGN KEY ("org_id","supervisor_id") REFERENCES "public"."employees"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "employees" ADD CONSTRAINT "employees_mentor_fkey" FOREIGN KEY ("org_id","mentor_id") REFERENCES "public"."employees"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "employees" ADD CONSTRAINT "employees_manager_fkey" FOREIGN KEY ("org_id","manager_id") REFERENCES "public"."employees"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "time_off_requests_type_idx" ON "time_off_requests" USING btree ("org_id","type_id");--> statement-breakpoint
CREATE INDEX "time_off_requests_state_idx" ON "time_off_requests" USING btree ("org_id","state","starts_at");--> statement-breakpoint
CREATE INDEX "audit_log_actor_idx" ON "audit_log" USING btree ("org_id","actor_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "employees_user_key" ON "employees" USING btree ("org_id","user_id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "employees_department_idx" ON "employees" USING btree ("org_id","department_id");--> statement-breakpoint
CREATE INDEX "employees_team_idx" ON "employees" USING btree ("org_id","team_id");--> statement-breakpoint
CREATE INDEX "employees_job_role_idx" ON "employees" USING btree ("org_id","job_role_id");--> statement-breakpoint
CREATE INDEX "employees_supervisor_idx" ON "employees" USING btree ("org_id","supervisor_id");--> statement-breakpoint
CREATE INDEX "employees_mentor_idx" ON "employees" USING btree ("org_id","mentor_id");--> statement-breakpoint
CREATE INDEX "employees_manager_idx" ON "employees" USING btree ("org_id","manager_id");--> statement-breakpoint
CREATE INDEX "employees_office_idx" ON "employees" USING btree ("org_id","office_site_id");--> statement-breakpoint
CREATE INDEX "rosters_publish_idx" ON "rosters" USING btree ("publish_at") WHERE publish_at is not null;--> statement-breakpoint
ALTER TABLE "audit_log" DROP CONSTRAINT "audit_log_pkey";
--> statement-breakpoint
ALTER TABLE "audit_log" ADD CONSTRAINT "audit_log_pkey" PRIMARY KEY("org_id","id","at");--> statement-breakpoint
ALTER TABLE "availability" ADD CONSTRAINT "availability_recurrence_check" CHECK ("availability"."rrule" is null or "availability"."zone" is not null);--> statement-breakpoint
ALTER TABLE "availability" ADD CONSTRAINT "availability_kind_check" CHECK ("availability"."kind" in ('available', 'unavailable', 'preferred', 'unpreferred', 'request-on', 'request-off'));--> statement-breakpoint
ALTER TABLE "time_off_requests" ADD CONSTRAINT "time_off_requests_minutes_check" CHECK ("time_off_requests"."minutes" >= 0);--> statement-breakpoint
ALTER TABLE "organisation_settings" ADD CONSTRAINT "organisation_settings_currency_check" CHECK ("organisation_settings"."currency" ~ '^[A-Z]{3}$');--> statement-breakpoint
ALTER TABLE "organisation_settings" ADD CONSTRAINT "organisation_settings_tier_check" CHECK ("organisation_settings"."tier" in ('free', 'standard', 'large'));--> statement-breakpoint
ALTER TABLE "employee_skills" ADD CONSTRAINT "employee_skills_level_check" CHECK ("employee_skills"."level" between 0 and 5);--> statement-breakpoint
ALTER TABLE "employees" ADD CONSTRAINT "employees_state_check" CHECK ("employees"."state" in ('active', 'archived'));--> statement-breakpoint
ALTER TABLE "employees" ADD CONSTRAINT "employees_country_check" CHECK ("employees"."country" ~ '^[A-Z]{2}$');--> statement-breakpoint
ALTER TABLE "employees" ADD CONSTRAINT "employees_external_ids_check" CHECK (jsonb_typeof("employees"."external_ids") = 'object');--> statement-breakpoint
ALTER TABLE "employees" ADD CONSTRAINT "employees_self_check" CHECK ("employees"."supervisor_id" is distinct from "employees"."id" and "employees"."mentor_id" is distinct from "employees"."id" and "employees"."manager_id" is distinct from "employees"."id");--> statement-breakpoint
ALTER TABLE "shift_types" ADD CONSTRAINT "shift_types_premium_check" CHECK ("shift_types"."premium_percent" between 0 and 300);--> statement-breakpoint
ALTER TABLE "sites" ADD CONSTRAINT "sites_country_check" CHECK ("sites"."country" ~ '^[A-Z]{2}$');--> statement-breakpoint
ALTER TABLE "sites" ADD CONSTRAINT "sites_geofence_check" CHECK ("sites"."geofence_metres" between 10 and 100000);--> statement-breakpoint
ALTER TABLE "sites" ADD CONSTRAINT "sites_coordinates_check" CHECK (("sites"."latitude" is null) = ("sites"."longitude" is null) and ("sites"."geofence_metres" is null or "sites"."latitude" is not null));--> statement-breakpoint
ALTER TABLE "rosters" ADD CONSTRAINT "rosters_publish_check" CHECK ("rosters"."publish_at" is null or ("rosters"."state" = 'draft' and "rosters"."publish_by" is not null));