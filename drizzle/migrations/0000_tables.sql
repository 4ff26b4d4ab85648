CREATE TABLE "availability" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"employee_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"weight" smallint DEFAULT 1 NOT NULL,
	"shift_type_id" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "availability_pkey" PRIMARY KEY("org_id","id"),
	CONSTRAINT "availability_span_check" CHECK ("availability"."ends_at" > "availability"."starts_at"),
	CONSTRAINT "availability_weight_check" CHECK ("availability"."weight" between 1 and 1000),
	CONSTRAINT "availability_kind_check" CHECK ("availability"."kind" in ('unavailable', 'preferred', 'unpreferred', 'request-on', 'request-off'))
);
--> statement-breakpoint
CREATE TABLE "time_off_requests" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"employee_id" uuid NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"reason" text,
	"state" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp (3) with time zone,
	CONSTRAINT "time_off_requests_pkey" PRIMARY KEY("org_id","id"),
	CONSTRAINT "time_off_requests_span_check" CHECK ("time_off_requests"."ends_at" > "time_off_requests"."starts_at"),
	CONSTRAINT "time_off_requests_state_check" CHECK ("time_off_requests"."state" in ('pending', 'approved', 'rejected', 'cancelled'))
);
--> statement-breakpoint
CREATE TABLE "accounts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"user_id" uuid NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp (3) with time zone,
	"refresh_token_expires_at" timestamp (3) with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "accounts_provider_account_key" UNIQUE("provider_id","account_id")
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"email" text NOT NULL,
	"role" text NOT NULL,
	"status" text DEFAULT 'pending' NOT NULL,
	"inviter_id" uuid NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "invitations_role_check" CHECK (role in ('owner', 'admin', 'manager', 'employee', 'viewer')),
	CONSTRAINT "invitations_status_check" CHECK ("invitations"."status" in ('pending', 'accepted', 'rejected', 'canceled'))
);
--> statement-breakpoint
CREATE TABLE "members" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"role" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "members_org_user_key" UNIQUE("org_id","user_id"),
	CONSTRAINT "members_role_check" CHECK (role in ('owner', 'admin', 'manager', 'employee', 'viewer'))
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"slug" text NOT NULL,
	"logo" text,
	"metadata" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "organisations_slug_key" UNIQUE("slug"),
	CONSTRAINT "organisations_name_check" CHECK (length(btrim("organisations"."name")) between 1 and 200)
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"token" text NOT NULL,
	"user_id" uuid NOT NULL,
	"active_org_id" uuid,
	"ip_address" text,
	"user_agent" text,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sessions_token_key" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "users_email_key" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "verifications" (
	"id" uuid PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "demand" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"site_id" uuid NOT NULL,
	"shift_type_id" uuid NOT NULL,
	"day" date NOT NULL,
	"heads_min" smallint NOT NULL,
	"heads_target" smallint,
	"heads_max" smallint,
	"priority" smallint DEFAULT 1 NOT NULL,
	"skills" jsonb DEFAULT '{"allOf":[],"anyOf":[]}'::jsonb NOT NULL,
	"skills_key" text GENERATED ALWAYS AS (md5(skills::text)) STORED NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "demand_pkey" PRIMARY KEY("org_id","id"),
	CONSTRAINT "demand_key" UNIQUE("org_id","day","site_id","shift_type_id","skills_key"),
	CONSTRAINT "demand_heads_check" CHECK ("demand"."heads_min" >= 0 and coalesce("demand"."heads_target", "demand"."heads_min") >= "demand"."heads_min" and coalesce("demand"."heads_max", 32767) >= coalesce("demand"."heads_target", "demand"."heads_min")),
	CONSTRAINT "demand_priority_check" CHECK ("demand"."priority" between 1 and 100)
);
--> statement-breakpoint
CREATE TABLE "audit_log" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"actor_id" uuid,
	"action" text NOT NULL,
	"entity" text NOT NULL,
	"entity_id" uuid,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"request_id" text,
	CONSTRAINT "audit_log_pkey" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"org_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"key" text NOT NULL,
	"request_hash" text NOT NULL,
	"status" integer,
	"response" jsonb,
	"locked_until" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "idempotency_keys_pkey" PRIMARY KEY("org_id","user_id","key"),
	CONSTRAINT "idempotency_keys_key_check" CHECK (length("idempotency_keys"."key") between 1 and 255)
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"topic" text NOT NULL,
	"payload" jsonb NOT NULL,
	"available_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp (3) with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "outbox_pkey" PRIMARY KEY("org_id","id"),
	CONSTRAINT "outbox_attempts_check" CHECK ("outbox"."attempts" >= 0)
);
--> statement-breakpoint
CREATE TABLE "organisation_settings" (
	"org_id" uuid PRIMARY KEY NOT NULL,
	"zone" text NOT NULL,
	"week_start" smallint DEFAULT 1 NOT NULL,
	"country" char(2),
	"rules" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"allow_double_booking" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "organisation_settings_week_start_check" CHECK ("organisation_settings"."week_start" between 1 and 7),
	CONSTRAINT "organisation_settings_rules_check" CHECK (jsonb_typeof("organisation_settings"."rules") = 'array'),
	CONSTRAINT "organisation_settings_country_check" CHECK ("organisation_settings"."country" ~ '^[A-Z]{2}$')
);
--> statement-breakpoint
CREATE TABLE "contracts" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"rules" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp (3) with time zone,
	CONSTRAINT "contracts_pkey" PRIMARY KEY("org_id","id"),
	CONSTRAINT "contracts_rules_check" CHECK (jsonb_typeof("contracts"."rules") = 'array')
);
--> statement-breakpoint
CREATE TABLE "employee_contracts" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"employee_id" uuid NOT NULL,
	"contract_id" uuid NOT NULL,
	"valid_from" date NOT NULL,
	"valid_until" date,
	"share_percent" smallint DEFAULT 100 NOT NULL,
	"rate_minor" integer,
	CONSTRAINT "employee_contracts_pkey" PRIMARY KEY("org_id","id"),
	CONSTRAINT "employee_contracts_share_check" CHECK ("employee_contracts"."share_percent" between 1 and 200),
	CONSTRAINT "employee_contracts_rate_check" CHECK ("employee_contracts"."rate_minor" >= 0),
	CONSTRAINT "employee_contracts_dates_check" CHECK ("employee_contracts"."valid_until" >= "employee_contracts"."valid_from")
);
--> statement-breakpoint
CREATE TABLE "employee_sites" (
	"org_id" uuid NOT NULL,
	"employee_id" uuid NOT NULL,
	"site_id" uuid NOT NULL,
	CONSTRAINT "employee_sites_pkey" PRIMARY KEY("org_id","employee_id","site_id")
);
--> statement-breakpoint
CREATE TABLE "employee_skills" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"employee_id" uuid NOT NULL,
	"skill_id" uuid NOT NULL,
	"level" smallint DEFAULT 1 NOT NULL,
	"valid_from" date,
	"valid_until" date,
	CONSTRAINT "employee_skills_pkey" PRIMARY KEY("org_id","id"),
	CONSTRAINT "employee_skills_level_check" CHECK ("employee_skills"."level" between 1 and 5),
	CONSTRAINT "employee_skills_dates_check" CHECK ("employee_skills"."valid_until" >= "employee_skills"."valid_from")
);
--> statement-breakpoint
CREATE TABLE "employees" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"number" text NOT NULL,
	"name" text NOT NULL,
	"email" text,
	"hired_on" date,
	"terminated_on" date,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp (3) with time zone,
	CONSTRAINT "employees_pkey" PRIMARY KEY("org_id","id"),
	CONSTRAINT "employees_dates_check" CHECK ("employees"."terminated_on" >= "employees"."hired_on")
);
--> statement-breakpoint
CREATE TABLE "skills" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp (3) with time zone,
	CONSTRAINT "skills_pkey" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "shift_types" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"start_time" text NOT NULL,
	"duration_minutes" integer NOT NULL,
	"break_minutes" integer DEFAULT 0 NOT NULL,
	"tags" text[] DEFAULT '{}' NOT NULL,
	"colour" text,
	"skills" jsonb DEFAULT '{"allOf":[],"anyOf":[]}'::jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp (3) with time zone,
	CONSTRAINT "shift_types_pkey" PRIMARY KEY("org_id","id"),
	CONSTRAINT "shift_types_start_time_check" CHECK ("shift_types"."start_time" ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
	CONSTRAINT "shift_types_duration_check" CHECK ("shift_types"."duration_minutes" between 15 and 1440),
	CONSTRAINT "shift_types_break_check" CHECK ("shift_types"."break_minutes" >= 0 and "shift_types"."break_minutes" < "shift_types"."duration_minutes")
);
--> statement-breakpoint
CREATE TABLE "sites" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"zone" text NOT NULL,
	"latitude" double precision,
	"longitude" double precision,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp (3) with time zone,
	CONSTRAINT "sites_pkey" PRIMARY KEY("org_id","id"),
	CONSTRAINT "sites_latitude_check" CHECK ("sites"."latitude" between -90 and 90),
	CONSTRAINT "sites_longitude_check" CHECK ("sites"."longitude" between -180 and 180)
);
--> statement-breakpoint
CREATE TABLE "assignments" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"roster_id" uuid NOT NULL,
	"shift_id" uuid NOT NULL,
	"employee_id" uuid NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"pinned" boolean DEFAULT false NOT NULL,
	"booking_scope" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "assignments_pkey" PRIMARY KEY("org_id","id"),
	CONSTRAINT "assignments_shift_employee_key" UNIQUE("org_id","shift_id","employee_id")
);
--> statement-breakpoint
CREATE TABLE "rosters" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"start_day" date NOT NULL,
	"days" smallint NOT NULL,
	"zone" text NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"site_ids" uuid[] DEFAULT '{}' NOT NULL,
	"published_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "rosters_pkey" PRIMARY KEY("org_id","id"),
	CONSTRAINT "rosters_days_check" CHECK ("rosters"."days" between 1 and 366),
	CONSTRAINT "rosters_state_check" CHECK ("rosters"."state" in ('draft', 'published', 'archived')),
	CONSTRAINT "rosters_published_check" CHECK ("rosters"."state" <> 'published' or "rosters"."published_at" is not null)
);
--> statement-breakpoint
CREATE TABLE "shifts" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"roster_id" uuid NOT NULL,
	"site_id" uuid NOT NULL,
	"shift_type_id" uuid,
	"name" text NOT NULL,
	"day" date NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"break_minutes" smallint DEFAULT 0 NOT NULL,
	"paid_minutes" smallint NOT NULL,
	"heads_min" smallint NOT NULL,
	"heads_target" smallint,
	"heads_max" smallint,
	"priority" smallint DEFAULT 1 NOT NULL,
	"skills" jsonb DEFAULT '{"allOf":[],"anyOf":[]}'::jsonb NOT NULL,
	"tags" text[] DEFAULT '{}' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "shifts_pkey" PRIMARY KEY("org_id","id"),
	CONSTRAINT "shifts_span_key" UNIQUE("org_id","roster_id","id","starts_at","ends_at"),
	CONSTRAINT "shifts_span_check" CHECK ("shifts"."ends_at" > "shifts"."starts_at"),
	CONSTRAINT "shifts_minutes_check" CHECK ("shifts"."break_minutes" >= 0 and "shifts"."paid_minutes" >= 0 and "shifts"."paid_minutes" * 60 <= extract(epoch from "shifts"."ends_at" - "shifts"."starts_at")),
	CONSTRAINT "shifts_heads_check" CHECK ("shifts"."heads_min" >= 0 and coalesce("shifts"."heads_target", "shifts"."heads_min") >= "shifts"."heads_min" and coalesce("shifts"."heads_max", 32767) >= coalesce("shifts"."heads_target", "shifts"."heads_min")),
	CONSTRAINT "shifts_priority_check" CHECK ("shifts"."priority" between 1 and 100)
);
--> statement-breakpoint
CREATE TABLE "roster_runs" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"roster_id" uuid NOT NULL,
	"state" text DEFAULT 'queued' NOT NULL,
	"decision" text DEFAULT 'none' NOT NULL,
	"engine" text NOT NULL,
	"seconds" integer NOT NULL,
	"seed" integer NOT NULL,
	"options" jsonb NOT NULL,
	"problem" jsonb NOT NULL,
	"roster_version" integer NOT NULL,
	"attempt" integer DEFAULT 0 NOT NULL,
	"lease_until" timestamp (3) with time zone,
	"checkpoint" jsonb,
	"best" jsonb,
	"score_hard" bigint,
	"score_medium" bigint,
	"score_soft" bigint,
	"missing_heads" integer,
	"hard_breaches" integer,
	"evaluations" bigint DEFAULT 0 NOT NULL,
	"elapsed_ms" bigint,
	"proposal" jsonb,
	"cancel_requested" boolean DEFAULT false NOT NULL,
	"failure" text,
	"requested_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"started_at" timestamp (3) with time zone,
	"finished_at" timestamp (3) with time zone,
	CONSTRAINT "roster_runs_pkey" PRIMARY KEY("org_id","id"),
	CONSTRAINT "roster_runs_state_check" CHECK ("roster_runs"."state" in ('queued', 'running', 'completed', 'failed', 'cancelled')),
	CONSTRAINT "roster_runs_decision_check" CHECK ("roster_runs"."decision" in ('none', 'accepted', 'accepted-in-part', 'rejected')),
	CONSTRAINT "roster_runs_finished_check" CHECK (("roster_runs"."state" in ('completed', 'failed', 'cancelled')) = ("roster_runs"."finished_at" is not null)),
	CONSTRAINT "roster_runs_failure_check" CHECK (("roster_runs"."state" = 'failed') = ("roster_runs"."failure" is not null)),
	CONSTRAINT "roster_runs_seconds_check" CHECK ("roster_runs"."seconds" between 1 and 600)
);
--> statement-breakpoint
CREATE TABLE "run_progress" (
	"org_id" uuid NOT NULL,
	"run_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"at_ms" integer NOT NULL,
	"evaluations" bigint NOT NULL,
	"score_hard" bigint NOT NULL,
	"score_medium" bigint NOT NULL,
	"score_soft" bigint NOT NULL,
	"missing_heads" integer NOT NULL,
	"hard_breaches" integer NOT NULL,
	CONSTRAINT "run_progress_pkey" PRIMARY KEY("org_id","run_id","seq"),
	CONSTRAINT "run_progress_seq_check" CHECK ("run_progress"."seq" >= 0)
);
--> statement-breakpoint
ALTER TABLE "availability" ADD CONSTRAINT "availability_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "availability" ADD CONSTRAINT "availability_employee_fkey" FOREIGN KEY ("org_id","employee_id") REFERENCES "public"."employees"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "availability" ADD CONSTRAINT "availability_shift_type_fkey" FOREIGN KEY ("org_id","shift_type_id") REFERENCES "public"."shift_types"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "time_off_requests" ADD CONSTRAINT "time_off_requests_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "time_off_requests" ADD CONSTRAINT "time_off_requests_employee_fkey" FOREIGN KEY ("org_id","employee_id") REFERENCES "public"."employees"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_inviter_id_users_id_fk" FOREIGN KEY ("inviter_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_active_org_id_organisations_id_fk" FOREIGN KEY ("active_org_id") REFERENCES "public"."organisations"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "demand" ADD CONSTRAINT "demand_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "demand" ADD CONSTRAINT "demand_site_fkey" FOREIGN KEY ("org_id","site_id") REFERENCES "public"."sites"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "demand" ADD CONSTRAINT "demand_shift_type_fkey" FOREIGN KEY ("org_id","shift_type_id") REFERENCES "public"."shift_types"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_log" ADD CONSTRAINT "audit_log_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_settings" ADD CONSTRAINT "organisation_settings_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "employee_contracts" ADD CONSTRAINT "employee_contracts_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "employee_contracts" ADD CONSTRAINT "employee_contracts_employee_fkey" FOREIGN KEY ("org_id","employee_id") REFERENCES "public"."employees"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "employee_contracts" ADD CONSTRAINT "employee_contracts_contract_fkey" FOREIGN KEY ("org_id","contract_id") REFERENCES "public"."contracts"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "employee_sites" ADD CONSTRAINT "employee_sites_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "employee_sites" ADD CONSTRAINT "employee_sites_employee_fkey" FOREIGN KEY ("org_id","employee_id") REFERENCES "public"."employees"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "employee_sites" ADD CONSTRAINT "employee_sites_site_fkey" FOREIGN KEY ("org_id","site_id") REFERENCES "public"."sites"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "employee_skills" ADD CONSTRAINT "employee_skills_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "employee_skills" ADD CONSTRAINT "employee_skills_employee_fkey" FOREIGN KEY ("org_id","employee_id") REFERENCES "public"."employees"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "employee_skills" ADD CONSTRAINT "employee_skills_skill_fkey" FOREIGN KEY ("org_id","skill_id") REFERENCES "public"."skills"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "employees" ADD CONSTRAINT "employees_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skills" ADD CONSTRAINT "skills_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shift_types" ADD CONSTRAINT "shift_types_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sites" ADD CONSTRAINT "sites_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_shift_fkey" FOREIGN KEY ("org_id","roster_id","shift_id","starts_at","ends_at") REFERENCES "public"."shifts"("org_id","roster_id","id","starts_at","ends_at") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_employee_fkey" FOREIGN KEY ("org_id","employee_id") REFERENCES "public"."employees"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rosters" ADD CONSTRAINT "rosters_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shifts" ADD CONSTRAINT "shifts_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shifts" ADD CONSTRAINT "shifts_roster_fkey" FOREIGN KEY ("org_id","roster_id") REFERENCES "public"."rosters"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shifts" ADD CONSTRAINT "shifts_site_fkey" FOREIGN KEY ("org_id","site_id") REFERENCES "public"."sites"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shifts" ADD CONSTRAINT "shifts_shift_type_fkey" FOREIGN KEY ("org_id","shift_type_id") REFERENCES "public"."shift_types"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roster_runs" ADD CONSTRAINT "roster_runs_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roster_runs" ADD CONSTRAINT "roster_runs_roster_fkey" FOREIGN KEY ("org_id","roster_id") REFERENCES "public"."rosters"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "run_progress" ADD CONSTRAINT "run_progress_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "run_progress" ADD CONSTRAINT "run_progress_run_fkey" FOREIGN KEY ("org_id","run_id") REFERENCES "public"."roster_runs"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "availability_employee_idx" ON "availability" USING btree ("org_id","employee_id","starts_at");--> statement-breakpoint
CREATE INDEX "availability_span_idx" ON "availability" USING btree ("org_id","starts_at","ends_at");--> statement-breakpoint
CREATE INDEX "availability_shift_type_idx" ON "availability" USING btree ("org_id","shift_type_id");--> statement-breakpoint
CREATE INDEX "time_off_requests_employee_idx" ON "time_off_requests" USING btree ("org_id","employee_id","starts_at");--> statement-breakpoint
CREATE INDEX "time_off_requests_span_idx" ON "time_off_requests" USING btree ("org_id","starts_at","ends_at");--> statement-breakpoint
CREATE INDEX "accounts_user_idx" ON "accounts" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_pending_key" ON "invitations" USING btree ("org_id","email") WHERE status = 'pending';--> statement-breakpoint
CREATE INDEX "members_user_idx" ON "members" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sessions_user_idx" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sessions_expires_idx" ON "sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "verifications_identifier_idx" ON "verifications" USING btree ("identifier");--> statement-breakpoint
CREATE INDEX "demand_site_idx" ON "demand" USING btree ("org_id","site_id","day");--> statement-breakpoint
CREATE INDEX "demand_shift_type_idx" ON "demand" USING btree ("org_id","shift_type_id");--> statement-breakpoint
CREATE INDEX "audit_log_entity_idx" ON "audit_log" USING btree ("org_id","entity","entity_id");--> statement-breakpoint
CREATE INDEX "audit_log_at_idx" ON "audit_log" USING btree ("org_id","at");--> statement-breakpoint
CREATE INDEX "idempotency_keys_expires_idx" ON "idempotency_keys" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "outbox_due_idx" ON "outbox" USING btree ("available_at") WHERE sent_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "contracts_code_key" ON "contracts" USING btree ("org_id","code") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "employee_contracts_contract_idx" ON "employee_contracts" USING btree ("org_id","contract_id");--> statement-breakpoint
CREATE INDEX "employee_sites_site_idx" ON "employee_sites" USING btree ("org_id","site_id");--> statement-breakpoint
CREATE INDEX "employee_skills_employee_idx" ON "employee_skills" USING btree ("org_id","employee_id");--> statement-breakpoint
CREATE INDEX "employee_skills_skill_idx" ON "employee_skills" USING btree ("org_id","skill_id");--> statement-breakpoint
CREATE UNIQUE INDEX "employees_number_key" ON "employees" USING btree ("org_id","number") WHERE deleted_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "employees_email_key" ON "employees" USING btree ("org_id",lower("email")) WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "employees_name_idx" ON "employees" USING btree ("org_id","name","id");--> statement-breakpoint
CREATE UNIQUE INDEX "skills_code_key" ON "skills" USING btree ("org_id","code") WHERE deleted_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "shift_types_code_key" ON "shift_types" USING btree ("org_id","code") WHERE deleted_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "sites_code_key" ON "sites" USING btree ("org_id","code") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "assignments_roster_idx" ON "assignments" USING btree ("org_id","roster_id");--> statement-breakpoint
CREATE INDEX "assignments_employee_idx" ON "assignments" USING btree ("org_id","employee_id","starts_at");--> statement-breakpoint
CREATE INDEX "rosters_start_idx" ON "rosters" USING btree ("org_id","start_day");--> statement-breakpoint
CREATE INDEX "shifts_roster_day_idx" ON "shifts" USING btree ("org_id","roster_id","day");--> statement-breakpoint
CREATE INDEX "shifts_starts_idx" ON "shifts" USING btree ("org_id","starts_at");--> statement-breakpoint
CREATE INDEX "shifts_site_idx" ON "shifts" USING btree ("org_id","site_id");--> statement-breakpoint
CREATE INDEX "shifts_shift_type_idx" ON "shifts" USING btree ("org_id","shift_type_id");--> statement-breakpoint
CREATE UNIQUE INDEX "roster_runs_active_key" ON "roster_runs" USING btree ("org_id","roster_id") WHERE state in ('queued', 'running');--> statement-breakpoint
CREATE INDEX "roster_runs_roster_idx" ON "roster_runs" USING btree ("org_id","roster_id","created_at");--> statement-breakpoint
CREATE INDEX "roster_runs_lease_idx" ON "roster_runs" USING btree ("lease_until") WHERE state in ('queued', 'running');