CREATE TABLE "run_parts" (
	"org_id" uuid NOT NULL,
	"run_id" uuid NOT NULL,
	"part" integer NOT NULL,
	"state" text DEFAULT 'queued' NOT NULL,
	"problem" jsonb NOT NULL,
	"attempt" integer DEFAULT 0 NOT NULL,
	"lease_until" timestamp (3) with time zone,
	"checkpoint" jsonb,
	"best" jsonb,
	"score_hard" bigint NOT NULL,
	"score_medium" bigint NOT NULL,
	"score_soft" bigint NOT NULL,
	"missing_heads" integer NOT NULL,
	"hard_breaches" integer NOT NULL,
	"evaluations" bigint DEFAULT 0 NOT NULL,
	"elapsed_ms" bigint DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "run_parts_pkey" PRIMARY KEY("org_id","run_id","part"),
	CONSTRAINT "run_parts_part_check" CHECK ("run_parts"."part" >= 0),
	CONSTRAINT "run_parts_state_check" CHECK ("run_parts"."state" in ('queued', 'running', 'ended'))
);
--> statement-breakpoint
ALTER TABLE "roster_runs" ADD COLUMN "scope" text DEFAULT 'plan' NOT NULL;--> statement-breakpoint
ALTER TABLE "roster_runs" ADD COLUMN "repair" jsonb;--> statement-breakpoint
ALTER TABLE "run_parts" ADD CONSTRAINT "run_parts_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "run_parts" ADD CONSTRAINT "run_parts_run_fkey" FOREIGN KEY ("org_id","run_id") REFERENCES "public"."roster_runs"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "run_parts_lease_idx" ON "run_parts" USING btree ("lease_until") WHERE state in ('queued', 'running');--> statement-breakpoint
ALTER TABLE "roster_runs" ADD CONSTRAINT "roster_runs_scope_check" CHECK ("roster_runs"."scope" in ('plan', 'repair') and ("roster_runs"."scope" = 'repair') = ("roster_runs"."repair" is not null));